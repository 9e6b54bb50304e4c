import { expect, test } from "vitest";

import { nthKey, projectKeyOf, projectKeyPattern } from "./project-key";

test.each([
  ["Engineering", "ENG"],
  ["Mobile App", "MA"],
  ["2024 plans for us", "PFU"],
  ["A", "PRJ"],
  ["日本", "PRJ"],
])("%j is keyed %j", (name, key) => {
  expect(projectKeyOf(name)).toBe(key);
  expect(key).toMatch(projectKeyPattern);
});

test("a taken key is numbered, and stays a key", () => {
  expect([nthKey("ENG", 1), nthKey("ENG", 2), nthKey("ABCDEFGHIJ", 12)]).toEqual([
    "ENG",
    "ENG2",
    "ABCDEFGH12",
  ]);
});
