import { expect, test } from "vitest";

import { slugOf } from "./slug";

test.each([
  ["Acme", "acme"],
  ["Ärger & Co", "arger-co"],
  ["  --x--  ", "x"],
  ["日本", "workspace"],
  ["a".repeat(60), "a".repeat(40)],
])("%j is addressed as %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
