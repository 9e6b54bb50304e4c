import { expect, test } from "vitest";

import { baseVersion, newer, type Ticket, withEdits } from "./ticket-edits";

const ticket: Ticket = {
  id: "t1",
  key: "ENG-1",
  number: 1,
  projectId: "p1",
  title: "Old title",
  description: "",
  state: "open",
  priority: "none",
  assigneeId: null,
  reporterId: "u1",
  labelIds: [],
  dueOn: null,
  estimate: null,
  parentId: null,
  subTickets: { total: 0, done: 0 },
  rank: "a0",
  version: 3,
  createdAt: "2026-11-22T12:00:00.000Z",
  updatedAt: "2026-11-22T12:00:00.000Z",
  deletedAt: null,
};

test("changes on their way are painted in the order they were made", () => {
  const edits = [
    { patch: { title: "First" }, seen: 3 },
    { patch: { state: "in_progress" }, seen: 3 },
    { patch: { title: "Second" }, seen: 3 },
  ];
  expect(withEdits(ticket, edits)).toEqual({ ...ticket, title: "Second", state: "in_progress" });
});

test("a refused change leaves the ticket exactly as the server knows it", () => {
  const before = structuredClone(ticket);
  withEdits(ticket, [{ patch: { title: "Refused" }, seen: 3 }]);
  expect(ticket).toEqual(before);
  expect(withEdits(ticket, [])).toEqual(before);
});

test("an older answer never replaces a newer one", () => {
  const later = { ...ticket, version: 4, title: "Later" };
  expect(newer(ticket, later)).toBe(later);
  expect(newer(later, ticket)).toBe(later);
});

test("a second edit of one field builds on the first", () => {
  expect(baseVersion({ patch: { title: "Again" }, seen: 3 }, { title: 4 })).toBe(4);
});

test("an edit of another field still builds on what its author saw", () => {
  expect(baseVersion({ patch: { priority: "high" }, seen: 3 }, { title: 4 })).toBe(3);
});
