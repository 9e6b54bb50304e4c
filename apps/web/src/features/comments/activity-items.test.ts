import { expect, test } from "vitest";

import { activityItems, type Comment, type Move } from "./activity-items";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString();

const move = (seq: number, from: string | null, to: string, minute: number, by = "ana"): Move => ({
  seq,
  from,
  to,
  by,
  at: at(minute),
});
const comment = (id: string, minute: number): Comment => ({
  id,
  authorId: "ben",
  body: id,
  createdAt: at(minute),
  editedAt: null,
});

const created = move(1, null, "open", 0);
const started = move(2, "open", "in_progress", 20);
const resolved = move(3, "in_progress", "resolved", 25);

function said(...input: Parameters<typeof activityItems>): string[] {
  return activityItems(...input).map((item) =>
    item.kind === "moves" ? item.path.join(">") : item.id,
  );
}

test("changes and comments stand in the order in which they happened", () => {
  expect(said([created, started], [comment("c1", 10), comment("c2", 30)], [], false)).toEqual([
    ">open",
    "c1",
    "open>in_progress",
    "c2",
  ]);
});

test("one person's moves within ten minutes are one entry, with every state on the way", () => {
  expect(said([created, started, resolved], [], [], false)).toEqual([
    ">open",
    "open>in_progress>resolved",
  ]);
});

test("moves stay apart when someone else made one, time went by, or a comment lies between", () => {
  const bens = { ...resolved, by: "ben" };
  const later = { ...resolved, at: at(31) };
  const apart = [">open", "open>in_progress", "in_progress>resolved"];
  expect(said([created, started, bens], [], [], false)).toEqual(apart);
  expect(said([created, started, later], [], [], false)).toEqual(apart);
  expect(said([created, started, resolved], [comment("c", 22)], [], false)).toEqual([
    ">open",
    "open>in_progress",
    "c",
    "in_progress>resolved",
  ]);
});

test("what may have comments before it that are not loaded stands after the gap", () => {
  expect(said([created, started], [comment("c1", 10)], [comment("mine", 40)], true)).toEqual([
    ">open",
    "c1",
    "gap",
    "open>in_progress",
    "mine",
  ]);
});

test("one's own comment stands once, when the list has it too", () => {
  expect(said([], [comment("mine", 1)], [comment("mine", 1)], false)).toEqual(["mine"]);
});
