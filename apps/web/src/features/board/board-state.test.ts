import { describe, expect, test } from "vitest";

import {
  add,
  append,
  applyMove,
  type Board,
  type Card,
  findCard,
  laneOf,
  type Move,
  reconcile,
  settle,
} from "./board-state";

/** A card with what decides over its place; the rest is only carried along. */
const card = (id: string, state: string, rank: string, version = 1) =>
  ({ id, state, rank, version }) as Card;

/** Every part of it frozen: a function that writes into its board throws. */
function board(lanes: Record<string, Card[]>, seq = 10): Board {
  return freeze({
    columns: Object.entries(lanes).map(([state, items]) => ({
      state,
      items,
      total: items.length,
      nextCursor: null,
    })),
    seq,
  });
}

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(freezeOne(value)).forEach(freeze);
  return value;
}
const freezeOne = (value: object) => Object.freeze(value);

const ids = (of: Board, state: string) =>
  of.columns.find((lane) => lane.state === state)?.items.map((one) => one.id);
const totals = (of: Board) => of.columns.map((lane) => lane.total);

const start = board({
  open: [card("a", "open", "a1"), card("b", "open", "a2"), card("c", "open", "a3")],
  doing: [card("x", "doing", "a1"), card("y", "doing", "a2")],
  done: [],
});

describe("a move", () => {
  test.each<[string, Move, string, string[]]>([
    ["to the end of another lane", { ticketId: "a", to: "doing" }, "doing", ["x", "y", "a"]],
    ["into an empty lane", { ticketId: "a", to: "done" }, "done", ["a"]],
    ["after a neighbour", { ticketId: "a", to: "doing", afterId: "x" }, "doing", ["x", "a", "y"]],
    ["before a neighbour", { ticketId: "a", to: "doing", beforeId: "x" }, "doing", ["a", "x", "y"]],
    ["down in its lane", { ticketId: "a", afterId: "b" }, "open", ["b", "a", "c"]],
    ["up in its lane", { ticketId: "c", beforeId: "a" }, "open", ["c", "a", "b"]],
    ["to the end of its lane", { ticketId: "a", to: "open" }, "open", ["b", "c", "a"]],
    [
      "beside a card that left",
      { ticketId: "a", to: "doing", afterId: "gone" },
      "doing",
      ["x", "y", "a"],
    ],
  ])("%s", (_, move, state, order) => {
    const moved = applyMove(start, move);
    expect(ids(moved, state)).toEqual(order);
    expect(findCard(moved, "a")?.state).toBe(laneOf(moved, "a")?.state);
    expect(moved.columns.flatMap((lane) => lane.items)).toHaveLength(5);
    expect(totals(moved)).toEqual(moved.columns.map((lane) => lane.items.length));
  });

  test.each<Move>([
    { ticketId: "b", afterId: "a" },
    { ticketId: "b", beforeId: "c" },
    { ticketId: "c", to: "open" },
    { ticketId: "gone", to: "done" },
    { ticketId: "a", to: "no_such_lane" },
  ])("%j changes nothing, and says so by being the same board", (move) => {
    expect(applyMove(start, move)).toBe(start);
  });

  test("leaves lanes and cards it does not touch as they are", () => {
    const moved = applyMove(start, { ticketId: "a", to: "done" });
    expect(moved.columns[1]).toBe(start.columns[1]);
    expect(findCard(moved, "b")).toBe(findCard(start, "b"));
  });

  test("is undone by leaving it out, whatever else is on its way", () => {
    const first: Move = { ticketId: "b", to: "doing", afterId: "x" };
    const second: Move = { ticketId: "a", to: "done" };
    const shown = [first, second].reduce(applyMove, start);
    expect(ids(shown, "open")).toEqual(["c"]);

    const refused = [second].reduce(applyMove, start);
    expect(ids(refused, "open")).toEqual(["b", "c"]);
    expect(ids(refused, "doing")).toEqual(["x", "y"]);
    expect([].reduce(applyMove, start)).toBe(start);
  });

  test("that the server has already done stays where it is when applied again", () => {
    const move: Move = { ticketId: "a", to: "doing", afterId: "x" };
    const answered = settle(start, card("a", "doing", "a1V", 2));
    expect(applyMove(answered, move)).toBe(answered);
  });
});

describe("the server's answer for one card", () => {
  test("puts it where its rank says", () => {
    const settled = settle(start, card("a", "doing", "a1V", 2));
    expect(ids(settled, "doing")).toEqual(["x", "a", "y"]);
    expect(totals(settled)).toEqual([2, 3, 0]);
  });

  test("does not undo a newer one", () => {
    const newer = settle(start, card("a", "done", "a0", 3));
    expect(settle(newer, card("a", "doing", "a0", 2))).toBe(newer);
  });

  test("says nothing about a card that is not shown", () => {
    expect(settle(start, card("z", "done", "a0", 2))).toBe(start);
  });

  test("adds a new card once", () => {
    const once = add(start, card("z", "open", "a4"));
    expect(ids(once, "open")).toEqual(["a", "b", "c", "z"]);
    expect(add(once, card("z", "open", "a4"))).toBe(once);
  });
});

describe("the server's answer for the whole board", () => {
  test("replaces what is shown", () => {
    const answer = board({ open: [], doing: [card("a", "doing", "a1", 2)], done: [] }, 11);
    expect(reconcile(start, answer)).toEqual(answer);
  });

  test("keeps a card that moved on since it was read", () => {
    const shown = settle(start, card("a", "done", "a0", 2));
    const merged = reconcile(shown, board({ ...lanesOf(start) }, 11));
    expect(ids(merged, "open")).toEqual(["b", "c"]);
    expect(ids(merged, "done")).toEqual(["a"]);
    expect(totals(merged)).toEqual([2, 2, 1]);
  });

  test("is ignored when a later one came first", () => {
    expect(reconcile(start, board({ open: [] }, 9))).toBe(start);
  });
});

describe("a further page of a lane", () => {
  const long = freeze({
    ...start,
    columns: start.columns.map((lane) =>
      lane.state === "open" ? { ...lane, total: 9, nextCursor: "c1" } : lane,
    ),
  });
  const page = { items: [card("d", "open", "a4"), card("e", "open", "a5")], nextCursor: "c2" };

  test("goes on after the last card and keeps the total", () => {
    const lane = append(long, "open", "c1", page).columns[0];
    expect(lane?.items.map((one) => one.id)).toEqual(["a", "b", "c", "d", "e"]);
    expect([lane?.total, lane?.nextCursor]).toEqual([9, "c2"]);
  });

  test("is dropped when the lane was read anew meanwhile", () => {
    expect(append(long, "open", "c0", page)).toEqual(long);
  });

  test("does not bring back a card that moved away while it was on its way", () => {
    const shown = settle(add(long, card("d", "open", "a4")), card("d", "done", "a0", 2));
    const lane = append(shown, "open", "c1", page).columns[0];
    expect(lane?.items.map((one) => one.id)).toEqual(["a", "b", "c", "e"]);
  });

  test("takes a card that is known from further down into its place", () => {
    const shown = add(long, card("z", "open", "a45"));
    const lane = append(shown, "open", "c1", page).columns[0];
    expect(lane?.items.map((one) => one.id)).toEqual(["a", "b", "c", "d", "z", "e"]);
  });
});

const lanesOf = (of: Board) =>
  Object.fromEntries(of.columns.map((lane) => [lane.state, lane.items]));
