import { expect, test } from "vitest";

import { applyMove, type Board, type Card, type Lane } from "./board-state";
import { dropMove, type Place, placeMove } from "./places";

const lane = (names: string, nextCursor: string | null = null) =>
  ({
    state: "open",
    total: names.length,
    nextCursor,
    items: [...names].map((id) => ({ id, state: "open", rank: id, version: 1 }) as Card),
  }) satisfies Lane;

test.each<[Place, string, string | null]>([
  ["top", "c", "cabd"],
  ["top", "a", null],
  ["up", "c", "acbd"],
  ["up", "a", null],
  ["down", "b", "acbd"],
  ["down", "d", null],
  ["bottom", "b", "acdb"],
  ["bottom", "d", null],
])("%s takes %s to %s", (place, id, order) => {
  const board: Board = { columns: [lane("abcd")], seq: 0 };
  const move = placeMove(lane("abcd"), id, place);
  const after =
    move &&
    applyMove(board, move)
      .columns[0]?.items.map((card) => card.id)
      .join("");
  expect(after).toBe(order);
});

test("the bottom of a lane that is not read to its end is left to the server", () => {
  expect(placeMove(lane("abcd", "more"), "d", "bottom")).toEqual({ ticketId: "d", to: "open" });
});

test("a card let go over the lane goes after the last one in sight", () => {
  const board: Board = { columns: [lane("ab", "more"), { ...lane(""), state: "done" }], seq: 0 };
  const drop = (state: string) => dropMove(board, "b", { state });
  expect(drop("open")).toEqual({ ticketId: "b", to: "open", afterId: "a" });
  expect(drop("done")).toEqual({ ticketId: "b", to: "done" });
});

test("a card let go over itself stays", () => {
  const board: Board = { columns: [lane("ab")], seq: 0 };
  const over = { ticketId: "b", edge: "top" } as const;
  expect(dropMove(board, "b", { state: "open", over })).toBeNull();
});
