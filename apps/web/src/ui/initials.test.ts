import { expect, test } from "vitest";

import { initials } from "./initials";

test.each([
  ["Ana Lindqvist", "AL"],
  ["ana", "A"],
  ["  Jean  Luc   Picard ", "JP"],
  ["李 小龍", "李小"],
  ["😀 Ok", "😀O"],
  ["", "?"],
])("%j is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
