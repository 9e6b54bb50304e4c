import { expect, test } from "vitest";

import { assertNoCycle } from "./parent-rule";

test("a ticket stands under none that stands under it", () => {
  expect(() => assertNoCycle("a", "b", ["c", "d"])).not.toThrow();
  for (const [parent, ancestors] of [
    ["a", []],
    ["b", ["a"]],
    ["b", ["c", "a"]],
  ] as const) {
    expect(() => assertNoCycle("a", parent, [...ancestors])).toThrow(
      expect.objectContaining({ details: { code: "parent_cycle", parentId: parent } }),
    );
  }
});
