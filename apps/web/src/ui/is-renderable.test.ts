import { expect, test } from "vitest";

import { isRenderable } from "./is-renderable";

const table = (columns: number, rows: number) =>
  ["a|".repeat(columns), "-|".repeat(columns), ...Array(rows).fill("x")].join("\n");

test.each([
  ["quotes in quotes", "> ".repeat(50_000)],
  ["quotes without blanks", `${">".repeat(4000)}a`],
  ["lists in lists", `${"- ".repeat(2000)}a`],
  ["numbered lists in lists", `${"1. ".repeat(500)}a`],
  [
    "lists nested by indentation",
    Array.from({ length: 300 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
  ],
  ["emphasis that never closes", "*a_".repeat(2000)],
  ["brackets that never close", "[".repeat(5000)],
  ["pictures that never close", "![".repeat(3000)],
  [
    "code that never closes",
    Array.from({ length: 1500 }, (_, i) => "`".repeat((i % 9) + 1)).join(" "),
  ],
  ["addresses in a row", "www.a.b ".repeat(3000)],
  ["a wide table of short rows", table(100, 100)],
  ["underlines in a row", "---\n=\n\n".repeat(500)],
  ["more lines than anyone reads", "a\n\n".repeat(5000)],
  ["marks in many paragraphs", `${"*a_".repeat(300)}\n\n`.repeat(100)],
  ["a fence that a list has ended", `- a\n  \`\`\`\n${"*a_".repeat(2000)}`],
])("%s are shown as they were typed", (_what, text) => {
  expect(isRenderable(text)).toBe(false);
});

test.each([
  ["a paragraph", "Some *text* with `code` and [a link](https://example.org)."],
  ["a long list", Array.from({ length: 500 }, (_, i) => `* item ${i}`).join("\n")],
  ["three levels of lists", "- a\n  - b\n    1. c\n> quoted"],
  ["a table", table(8, 60)],
  ["a log in a fence", `Seen:\n\`\`\`\n${"at a.b_c.<init>(*) [x] | y\n".repeat(3000)}\`\`\`\ndone`],
  ["a hundred thousand plain characters", "word ".repeat(20_000)],
])("%s is formatted", (_what, text) => {
  expect(isRenderable(text)).toBe(true);
});
