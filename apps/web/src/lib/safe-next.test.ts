import { expect, test } from "vitest";

import { safeNext } from "./safe-next";

test("a path of the app is followed, with its query and its fragment", () => {
  expect(safeNext("/w/acme/t/ENG-12?tab=history#c1")).toBe("/w/acme/t/ENG-12?tab=history#c1");
});

test.each([
  undefined,
  "",
  "w/acme",
  "https://evil.test/",
  "//evil.test/",
  "/\\evil.test/",
  "/\t/evil.test",
  "http://[",
  "//[",
  "/..//evil.test",
  "/.//evil.test",
  "javascript:alert(1)",
  ["/a", "/b"],
])("%j leads home", (next) => {
  expect(safeNext(next)).toBe("/");
});
