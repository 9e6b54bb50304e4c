import type { Board, Lane, Move } from "./board-state";

export const places = ["top", "up", "down", "bottom"] as const;
export type Place = (typeof places)[number];

/** A step within a lane, or null for a card that is there already. */
export function placeMove(lane: Lane, ticketId: string, place: Place): Move | null {
  const { items, state, nextCursor } = lane;
  const at = items.findIndex((card) => card.id === ticketId);
  const before = (beforeId: string | undefined) => (beforeId ? { ticketId, beforeId } : null);
  const after = (afterId: string | undefined) => (afterId ? { ticketId, afterId } : null);
  switch (place) {
    case "top":
      return at === 0 ? null : before(items[0]?.id);
    case "up":
      return before(items[at - 1]?.id);
    case "down":
      return after(items[at + 1]?.id);
    case "bottom":
      // Only the server knows the end of a lane that is not read to its end.
      if (nextCursor) return { ticketId, to: state };
      return at === items.length - 1 ? null : after(items.at(-1)?.id);
  }
}

/** What letting a card go means: beside the card under it, or else after the last one in sight. */
export function dropMove(
  board: Board,
  ticketId: string,
  { state, over }: { state: string; over?: { ticketId: string; edge: "top" | "bottom" } },
): Move | null {
  if (over?.ticketId === ticketId) return null;
  if (over?.edge === "top") return { ticketId, to: state, beforeId: over.ticketId };
  if (over) return { ticketId, to: state, afterId: over.ticketId };
  const lane = board.columns.find((one) => one.state === state);
  const last = lane?.items.filter((card) => card.id !== ticketId).at(-1);
  return { ticketId, to: state, ...(last && { afterId: last.id }) };
}
