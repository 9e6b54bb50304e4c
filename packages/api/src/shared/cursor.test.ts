import { describe, expect, test } from "vitest";
import { z } from "zod";

import { packCursor, page, unpackCursor } from "./cursor";

const key = z.tuple([z.string(), z.number()]);

describe("cursors", () => {
  test("come back as they were packed", () => {
    const cursor = packCursor("secret", "tickets w1", ["2026-01-01", 7]);
    expect(unpackCursor("secret", "tickets w1", cursor, key)).toEqual(["2026-01-01", 7]);
  });

  test.each([
    ["another list", "secret", "tickets w2"],
    ["another server", "other", "tickets w1"],
  ])("of %s are refused, naming the field", (_, secret, scope) => {
    const cursor = packCursor("secret", "tickets w1", ["2026-01-01", 7]);
    expect(() => unpackCursor(secret, scope, cursor, key)).toThrowError(/^cursor: /);
  });

  test("with any one character altered are refused", () => {
    const cursor = packCursor("secret", "s", ["a", 1]);
    for (let i = 0; i < cursor.length; i++) {
      const altered = cursor.slice(0, i) + (cursor[i] === "A" ? "B" : "A") + cursor.slice(i + 1);
      expect(() => unpackCursor("secret", "s", altered, key)).toThrowError(/^cursor: /);
    }
  });

  test("with any bits flipped are refused", () => {
    const cursor = packCursor("secret", "s", ["2026-01-01T00:00:00.123Z", crypto.randomUUID()]);
    const bytes = Buffer.from(cursor);
    for (let i = 0; i < 2000; i++) {
      const altered = Buffer.from(bytes);
      for (let flips = 0; flips <= i % 3; flips++) {
        const at = (i * 31 + flips * 17) % bytes.length;
        altered[at] = altered[at]! ^ (1 << ((i + flips) % 8));
      }
      const text = altered.toString("latin1");
      expect(text).not.toBe(cursor);
      expect(() => unpackCursor("secret", "s", text, z.unknown())).toThrowError(/^cursor: /);
    }
  });

  test.each(["", ".", "a.b.c", "💥"])("of nonsense %j are refused", (cursor) => {
    expect(() => unpackCursor("secret", "s", cursor, key)).toThrowError(/^cursor: /);
  });
});

test("a page says whether there is more, and never shows the extra row", () => {
  expect(page([1, 2, 3], 2, String)).toEqual({ items: [1, 2], nextCursor: "2" });
  expect(page([1, 2], 2, String)).toEqual({ items: [1, 2], nextCursor: null });
  expect(page([], 2, String)).toEqual({ items: [], nextCursor: null });
});
