import { expect, test } from "vitest";

import { relativeTime, shortDay } from "./relative-time";

const now = new Date("2026-11-22T12:00:00Z");
const said = (at: string, zone = "UTC") => relativeTime(new Date(at), now, "en", zone);

test.each([
  ["2026-11-22T11:59:30Z", "now"],
  ["2026-11-22T12:05:00Z", "now"],
  ["2026-11-22T11:57:10Z", "2m ago"],
  ["2026-11-22T09:00:00Z", "3h ago"],
  ["2026-11-21T11:59:00Z", "yesterday"],
  ["2026-11-12T12:00:00Z", "10d ago"],
  ["2026-09-01T12:00:00Z", "Sep 1"],
  ["2014-03-22T12:00:00Z", "Mar 22, 2014"],
])("%s is %s", (at, words) => {
  expect(said(at)).toBe(words);
});

test("the day and the year are those of the reader's zone", () => {
  expect(said("2026-09-01T02:00:00Z", "America/New_York")).toBe("Aug 31");
  const newYear = new Date("2027-01-01T02:00:00Z");
  expect(shortDay(newYear, now, "en", "America/New_York")).toBe("Dec 31");
  expect(shortDay(newYear, now, "en", "UTC")).toBe("Jan 1, 2027");
});
