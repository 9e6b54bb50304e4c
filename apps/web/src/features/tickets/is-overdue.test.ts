import { expect, test } from "vitest";

import { isOverdue } from "./is-overdue";

const now = new Date("2026-11-22T02:00:00Z");

test("a ticket is overdue from the day after on, in the reader's zone", () => {
  expect(isOverdue("2026-11-22", "open", now, "UTC")).toBe(false);
  expect(isOverdue("2026-11-21", "open", now, "UTC")).toBe(true);
  expect(isOverdue("2026-11-21", "open", now, "America/New_York")).toBe(false);
});

test("finished work and work without a due day is never overdue", () => {
  expect(isOverdue("2020-01-01", "resolved", now, "UTC")).toBe(false);
  expect(isOverdue("2020-01-01", "closed", now, "UTC")).toBe(false);
  expect(isOverdue(null, "open", now, "UTC")).toBe(false);
});
