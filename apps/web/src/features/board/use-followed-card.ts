import { type RefObject, useLayoutEffect, useRef } from "react";

import type { Board } from "./board-state";
import { linkOf } from "./use-board-keys";

const SETTLE = { duration: 160, easing: "cubic-bezier(0.2, 0.8, 0.2, 1)" };

/**
 * Keeps an eye on the card that is about to move: in its new place it is another element, and the
 * focus and the view were on the one that is gone.
 */
export function useFollowedCard(scroller: RefObject<HTMLElement | null>, board: Board) {
  const followed = useRef<{ ticketId: string; focus: boolean }>(null);

  useLayoutEffect(() => {
    const { ticketId, focus } = followed.current ?? {};
    const link = board && ticketId ? linkOf(scroller.current, ticketId) : null;
    const card = link?.closest("li");
    if (!card) return;
    followed.current = null;
    if (focus) link?.focus({ preventScroll: true });
    hold(card);
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      card.animate([{ opacity: 0.4, transform: "scale(0.98)" }, {}], SETTLE);
    }
  }, [board, scroller]);

  return (ticketId: string, { focus }: { focus: boolean }) => {
    followed.current = { ticketId, focus };
  };
}

/**
 * Marks a card as just landed, until the reader does something else: the cards that are still to be
 * read in before it would push it out of sight.
 */
function hold(card: HTMLElement): void {
  const release = () => delete card.dataset.landed;
  card.dataset.landed = "";
  for (const event of ["wheel", "touchmove", "keydown"]) {
    window.addEventListener(event, release, { once: true, passive: true });
  }
}
