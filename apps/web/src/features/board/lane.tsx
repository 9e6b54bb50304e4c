"use client";

import { refusal } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";

import type { Project } from "~/lib/projects";
import { Button } from "~/ui/button";

import { useBoardContext } from "./board-context";
import type { Card, Lane } from "./board-state";
import { BoardCard } from "./card";
import { DropLine } from "./drop-line";
import { LaneHeader } from "./lane-header";
import { mayEnter } from "./may-enter";
import type { useBoard } from "./use-board";
import { useLaneDrop } from "./use-lane-drop";
import { useLanePages } from "./use-lane-pages";

type Props = {
  lane: Lane;
  state: Project["states"][number];
  /** The card in the air, if any. */
  dragged: Card | null;
  update: ReturnType<typeof useBoard>["update"];
  children?: ReactNode;
};

/** A column: its cards, and what a card in the air may expect of it. */
export function BoardLane({ lane, state, dragged, update, children }: Props) {
  const t = useTranslations("board.lane");
  const { project } = useBoardContext();
  const headingId = useId();
  const section = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const heldOver = useLaneDrop(section, scroller, state.key);
  const { end, failed, readOn } = useLanePages(project.id, lane, update);
  const [visited, setVisited] = useState<string>();

  const tabStop = lane.items.some((card) => card.id === visited) ? visited : lane.items[0]?.id;
  const closed = dragged !== null && !mayEnter(project, dragged.state, state.key);
  const open = dragged !== null && !closed && dragged.state !== state.key;
  const done = state.category === "resolved" || state.category === "closed";

  return (
    <section
      ref={section}
      aria-labelledby={headingId}
      data-lane={state.key}
      className={`relative flex w-[calc(100vw-24px)] shrink-0 snap-center flex-col rounded-column bg-sunken sm:w-70 md:w-76 md:min-w-70 md:shrink ${open ? "outline-2 outline-accent -outline-offset-2" : ""}`}
    >
      <LaneHeader id={headingId} state={state} total={lane.total} />
      <div
        ref={scroller}
        data-lane-scroll
        className={`min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-y-contain pb-1 transition-opacity ${closed ? "opacity-40" : ""}`}
      >
        {/* biome-ignore lint/a11y/noRedundantRoles: a list without bullets is none to Safari. */}
        <ul role="list" className="relative">
          {lane.items.map((card) => (
            <BoardCard
              key={card.id}
              card={card}
              done={done}
              tabbable={card.id === tabStop}
              onVisit={setVisited}
            />
          ))}
          {heldOver && <DropLine edge="bottom" />}
        </ul>
        {lane.nextCursor && (
          <div ref={end} className="p-2 text-center">
            <Button size="sm" variant="ghost" onClick={readOn}>
              {t(failed ? "tryAgain" : "readOn", { more: lane.total - lane.items.length })}
            </Button>
          </div>
        )}
      </div>
      {children}
      {closed && (
        <p className="pointer-events-none absolute inset-x-3 top-12 rounded-card bg-surface p-3 text-ink text-ui shadow-menu">
          {refusal(project, dragged.state, state.key)}
        </p>
      )}
    </section>
  );
}
