import { type RefObject, useEffect, useEffectEvent } from "react";

export type Step = "up" | "down" | "left" | "right";

const steps: Record<string, Step> = {
  arrowup: "up",
  k: "up",
  arrowdown: "down",
  j: "down",
  arrowleft: "left",
  h: "left",
  arrowright: "right",
  l: "right",
};

type Actions = {
  onMenu: (ticketId: string, anchor: HTMLElement) => void;
  /** Moves the card itself, not only the focus. */
  onMove: (ticketId: string, step: Step) => void;
};

/** The keys of a card in focus: to walk over the board, to move the card, to open its menu. */
export function useBoardKeys(board: RefObject<HTMLElement | null>, actions: Actions): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const card = event.target instanceof Element && event.target.closest("[data-ticket]");
    if (!(card instanceof HTMLElement) || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    const step = steps[key];
    const ticketId = card.dataset.ticket ?? "";
    if (key.startsWith("arrow") && step && event.altKey && event.shiftKey) {
      actions.onMove(ticketId, step);
    } else if (event.altKey || event.shiftKey) return;
    else if (step) neighbourOf(card, step)?.focus();
    else if (key === "m") actions.onMenu(ticketId, card);
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const element = board.current;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    element?.addEventListener("keydown", listener);
    return () => element?.removeEventListener("keydown", listener);
  }, [board]);
}

/** The link of a card: what takes its focus. */
export function linkOf(board: HTMLElement | null, ticketId: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-ticket="${ticketId}"] a`) ?? null;
}

function neighbourOf(card: HTMLElement, step: Step): HTMLElement | null {
  if (step === "up") return link(card.previousElementSibling);
  if (step === "down") return link(card.nextElementSibling);
  // Over to the card at about the same height of the next lane that has any.
  let lane: Element | null | undefined = card.closest("[data-lane]");
  let cards: Element[] = [];
  while (lane && cards.length === 0) {
    lane = step === "left" ? lane.previousElementSibling : lane.nextElementSibling;
    cards = [...(lane?.querySelectorAll("[data-ticket]") ?? [])];
  }
  const top = card.getBoundingClientRect().top;
  return link(cards.find((one) => one.getBoundingClientRect().bottom > top) ?? cards.at(-1));
}

const link = (card: Element | null | undefined) =>
  card?.querySelector<HTMLElement>("[data-ticket] a") ?? null;
