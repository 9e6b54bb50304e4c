import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { refusal } from "@slacky/api/rules";
import { useTranslations } from "next-intl";

import type { Project } from "~/lib/projects";
import { toast } from "~/ui/toaster";

import { applyMove, type Board, type Card, findCard, type Lane, laneOf } from "./board-state";
import { mayEnter } from "./may-enter";
import { dropMove, placeMove } from "./places";
import type { DropPlace } from "./use-board-drag";
import type { Step } from "./use-board-keys";
import { type MoveRequest, moveOf } from "./use-moves";

type Props = {
  project: Project;
  board: Board;
  locked: string | null;
  send: (request: MoveRequest) => void;
};

/** The ways to move a card: each says in words where it went, or why it did not. */
export function useMoveCards({ project, board, locked, send }: Props) {
  const t = useTranslations("board.move");
  const nameOf = (key: string) => project.states.find((state) => state.key === key)?.name ?? key;

  function move(request: MoveRequest): void {
    const wish = moveOf(request);
    send(request);
    const lane = laneOf(applyMove(board, wish), wish.ticketId);
    if (!lane) return;
    const named = wish.afterId ?? wish.beforeId;
    const index = lane.items.findIndex((card) => card.id === wish.ticketId);
    announce(
      t("done", {
        key: findCard(board, wish.ticketId)?.key ?? "",
        lane: nameOf(lane.state),
        position: named ? index + 1 : lane.total,
        total: lane.total,
      }),
    );
  }

  /** Answers whether the card goes: let go where it was, it does not. */
  function drop(card: Card, place: DropPlace): boolean {
    const wish = dropMove(board, card.id, place);
    if (!wish || applyMove(board, wish) === board) return false;
    move({ move: wish });
    return true;
  }

  /** One place or one column on. Answers whether the card goes. */
  function step(ticketId: string, direction: Step): boolean {
    const lane = laneOf(board, ticketId);
    if (!lane) return false;
    const request = locked ?? requestOf(lane, ticketId, direction);
    if (typeof request === "string") {
      toast.error(request, { id: "no-move" });
      return false;
    }
    move(request);
    return true;
  }

  function requestOf(lane: Lane, ticketId: string, direction: Step): MoveRequest | string {
    if (direction === "up" || direction === "down") {
      const wish = placeMove(lane, ticketId, direction);
      return wish ? { move: wish } : t(`stays.${direction}`, { lane: nameOf(lane.state) });
    }
    const at = board.columns.indexOf(lane);
    const to = board.columns[direction === "left" ? at - 1 : at + 1]?.state;
    if (to === undefined) return t(`stays.${direction}`, { lane: nameOf(lane.state) });
    const from = lane.state;
    return mayEnter(project, from, to)
      ? { transition: { ticketId, to } }
      : refusal(project, from, to);
  }

  return { move, drop, step };
}
