import { describe, expect, test } from "vitest";

import { mergeEdit } from "./merge-edit";

const edited = { version: 5, fieldVersions: { title: 5, priority: 2 } };
const current = { title: "New", description: "", priority: "low", labelIds: ["a", "b"] };

describe("an edit made on an older version", () => {
  test("merges when it touches other fields", () => {
    expect(mergeEdit(edited, current, { description: "More", priority: "high" }, 3)).toEqual([
      "description",
      "priority",
    ]);
  });

  test("is refused when it touches the same field, with both values", () => {
    expect(() => mergeEdit(edited, current, { title: "Mine", priority: "high" }, 4)).toThrowError(
      expect.objectContaining({
        message: "Someone else has changed the title",
        details: {
          code: "stale_version",
          version: 5,
          fields: { title: { yours: "Mine", theirs: "New" } },
        },
      }),
    );
  });

  test("changes nothing when both wrote the same", () => {
    expect(mergeEdit(edited, current, { title: "New", labelIds: ["a", "b"] }, 1)).toEqual([]);
  });
});

test("a version from the future is refused, naming the field", () => {
  expect(() => mergeEdit(edited, current, { title: "x" }, 6)).toThrowError(/^expectedVersion: /);
});
