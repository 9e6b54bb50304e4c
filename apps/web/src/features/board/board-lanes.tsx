"use client";

import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { can } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";

import { type OpenMenu, useBoardContext } from "./board-context";
import { add, type Board, type Card, findCard, laneOf } from "./board-state";
import { CardMenu } from "./card-menu";
import { BoardLane } from "./lane";
import { LanePicker } from "./lane-picker";
import { QuickAdd } from "./quick-add";
import type { useBoard } from "./use-board";
import { useBoardDrag } from "./use-board-drag";
import { linkOf, useBoardKeys } from "./use-board-keys";
import { useFollowedCard } from "./use-followed-card";
import { useMoveCards } from "./use-move-cards";
import type { MoveRequest } from "./use-moves";

type Props = {
  board: Board;
  source: ReturnType<typeof useBoard>;
  send: (request: MoveRequest) => void;
  menu: OpenMenu | null;
  onMenuClose: () => void;
  /** Opens the first lane's row for a new ticket. */
  startWriting: boolean;
};

/** The lanes side by side, and everything that goes from one to another. */
export function BoardLanes({ board, source, send, menu, onMenuClose, startWriting }: Props) {
  const t = useTranslations("board");
  const { role } = useCurrentWorkspace();
  const { project, locked, openMenu } = useBoardContext();
  const scroller = useRef<HTMLDivElement>(null);
  const follow = useFollowedCard(scroller, board);
  const { move, drop, step } = useMoveCards({ project, board, locked, send });
  const dragged = useBoardDrag(scroller, (card, place) => {
    if (drop(card, place)) follow(card.id, { focus: false });
  });

  useBoardKeys(scroller, {
    onMenu: openMenu,
    onMove: (ticketId, direction) => {
      if (step(ticketId, direction)) follow(ticketId, { focus: true });
    },
  });

  function show(card: Card) {
    source.update((shown) => add(shown, card));
    // An answer that is on its way may be from before the ticket was made.
    if (source.reading()) void source.refresh();
    follow(card.id, { focus: false });
    announce(t("quickAdd.created", { key: card.key }));
  }

  const card = menu && findCard(board, menu.ticketId);
  const lane = menu && laneOf(board, menu.ticketId);
  const firstOpen = project.states.find((state) => state.category === "open")?.key;
  const lanes = board.columns.flatMap((one) => {
    const state = project.states.find(({ key }) => key === one.state);
    return state ? [{ lane: one, state, total: one.total }] : [];
  });
  return (
    <>
      <LanePicker
        lanes={lanes}
        onPick={(index) =>
          scroller.current?.children[index]?.scrollIntoView({ inline: "center", block: "nearest" })
        }
      />
      <div
        ref={scroller}
        className={`flex min-h-0 flex-1 gap-3 overflow-x-auto overflow-y-hidden p-3 sm:p-4 ${dragged ? "" : "snap-x snap-mandatory scroll-px-3 max-sm:scroll-smooth md:snap-none"}`}
      >
        {lanes.map(({ lane: one, state }) => (
          <BoardLane
            key={one.state}
            lane={one}
            state={state}
            dragged={dragged}
            update={source.update}
          >
            {state.category === "open" && can(role, "ticket.create") && (
              <QuickAdd
                state={state.key}
                stateName={state.name}
                startOpen={startWriting && state.key === firstOpen}
                onCreated={show}
              />
            )}
          </BoardLane>
        ))}
      </div>
      {menu && card && lane && (
        <CardMenu
          anchor={menu.anchor}
          card={card}
          lane={lane}
          onMove={(request) => {
            follow(card.id, { focus: true });
            move(request);
          }}
          onClose={onMenuClose}
          finalFocus={() => linkOf(scroller.current, card.id)}
        />
      )}
    </>
  );
}
