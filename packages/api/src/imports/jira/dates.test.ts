import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createOrderVote, looksLikeDate, readDate } from "./dates";

describe("a date of an export", () => {
  test.each([
    ["12/Oct/26 12:00 AM", "2026-10-12T00:00:00.000Z"],
    ["12/Oct/26 12:05 PM", "2026-10-12T12:05:00.000Z"],
    ["11/May/24 03:26 PM", "2024-05-11T15:26:00.000Z"],
    ["11/Dec/13 05:00", "2013-12-11T05:00:00.000Z"],
    ["04/Jan/07", "2007-01-04T00:00:00.000Z"],
    ["1/Okt/2026 8:30", "2026-10-01T08:30:00.000Z"],
    ["03/févr./26 08:30", "2026-02-03T08:30:00.000Z"],
    ["2024-05-14T08:53:33Z", "2024-05-14T08:53:33.000Z"],
    ["2024-05-14T08:53:33.120+0200", "2024-05-14T06:53:33.120Z"],
    ["2024-05-14 08:53", "2024-05-14T08:53:00.000Z"],
    ["2024-05-14", "2024-05-14T00:00:00.000Z"],
    ["29/Feb/24 10:00", "2024-02-29T10:00:00.000Z"],
  ])("%s is %s, in UTC whatever the machine's zone", (text, expected) => {
    expect(readDate(text, "day-first")).toBe(expected);
    expect(readDate(text, "month-first")).toBe(expected);
  });

  test("in numbers is read in the order of the file", () => {
    expect(readDate("3/4/2025 16:14", "day-first")).toBe("2025-04-03T16:14:00.000Z");
    expect(readDate("3/4/2025 16:14", "month-first")).toBe("2025-03-04T16:14:00.000Z");
  });

  test("that fits one order only is read in that one", () => {
    expect(readDate("6/21/2025 16:14", "day-first")).toBe("2025-06-21T16:14:00.000Z");
    expect(readDate("21.06.25", "month-first")).toBe("2025-06-21T00:00:00.000Z");
  });

  test.each([
    "",
    "soon",
    "30/Feb/24",
    "31/31/2024",
    "12/Foo/26",
    "1/1/2024 25:00",
    "1/1/2024 13:00 PM",
    "0001-01-01",
  ])("%j is none", (text) => expect(readDate(text, "day-first")).toBeNull());

  test("comes back from every way of writing it", () => {
    const day = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("2069-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = `${date.toISOString().slice(0, 16)}:00.000Z`;
        const [, year, month, dayOfMonth, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso)!;
        const name = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(
          date,
        );
        expect(readDate(`${dayOfMonth}/${name}/${year!.slice(2)} ${time}`, "day-first")).toBe(iso);
        expect(readDate(`${month}/${dayOfMonth}/${year} ${time}`, "month-first")).toBe(iso);
        expect(readDate(`${dayOfMonth}.${month}.${year} ${time}`, "day-first")).toBe(iso);
        expect(readDate(iso, "day-first")).toBe(iso);
      }),
    );
  });
});

describe("the order of day and month", () => {
  const orderOf = (...texts: string[]) => {
    const vote = createOrderVote();
    for (const text of texts) vote.see(text);
    return vote.result();
  };

  test("is what a single clear date says for the whole file", () => {
    expect(orderOf("3/4/2025", "5/6/2025", "6/21/2025")).toEqual({
      order: "month-first",
      guessed: 0,
    });
    expect(orderOf("3/4/2025", "21/6/2025")).toEqual({ order: "day-first", guessed: 0 });
  });

  test("is a guess, and counted, when nothing decides", () => {
    expect(orderOf("3/4/2025", "5/5/2025", "7/8/2025")).toEqual({ order: "day-first", guessed: 2 });
    expect(orderOf("12/Oct/26", "2024-05-14")).toEqual({ order: "day-first", guessed: 0 });
  });
});

test("a text that only holds numbers is no date", () => {
  expect(looksLikeDate("1/2")).toBe(false);
  expect(looksLikeDate("see 12/Oct/26")).toBe(false);
  expect(looksLikeDate("12/Oct/26 12:00 AM")).toBe(true);
});
