"use client";

import Link from "next/link";
import { memo, useRef } from "react";

import { paths } from "~/lib/paths";

import { useBoardContext } from "./board-context";
import type { Card } from "./board-state";
import { CardFoot } from "./card-foot";
import { CardHead } from "./card-head";
import { DropLine } from "./drop-line";
import { useCardDrag } from "./use-card-drag";

type Props = {
  card: Card;
  /** Its work is over, so that no date presses any more. */
  done: boolean;
  /** The one card of its lane that the Tab key stops at. */
  tabbable: boolean;
  onVisit: (ticketId: string) => void;
};

/** A ticket on the board: all of it is one link, except for the menu. */
export const BoardCard = memo(function BoardCard({ card, done, tabbable, onVisit }: Props) {
  const { slug } = useBoardContext();
  const element = useRef<HTMLLIElement>(null);
  const { lifted, edge } = useCardDrag(element, card);
  return (
    <li
      ref={element}
      data-ticket={card.id}
      // What is out of sight is neither laid out nor painted, however long the lane.
      className="group/card relative px-2 py-1 [contain-intrinsic-size:auto_5.25rem] [content-visibility:auto] data-preview:rotate-[1.5deg] motion-reduce:data-preview:rotate-0"
    >
      {edge && <DropLine edge={edge === "top" ? "top" : "bottom"} />}
      <div
        className={`relative flex flex-col gap-1.5 rounded-card border border-line bg-surface p-3 transition-colors hover:border-line-strong/50 group-data-preview/card:shadow-menu ${lifted ? "opacity-40" : ""}`}
      >
        <CardHead card={card} tabbable={tabbable} />
        <Link
          href={paths.ticket(slug, card.key)}
          prefetch={false}
          draggable={false}
          tabIndex={tabbable ? 0 : -1}
          onFocus={() => onVisit(card.id)}
          className="wrap-anywhere line-clamp-3 text-ink text-ui outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-1"
        >
          <span className="sr-only">{card.key} </span>
          {card.title}
        </Link>
        <CardFoot card={card} done={done} />
      </div>
    </li>
  );
});
