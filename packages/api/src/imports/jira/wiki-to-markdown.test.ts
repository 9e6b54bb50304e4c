import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { wikiToMarkdown } from "./wiki-to-markdown";

describe("wiki markup", () => {
  test.each([
    ["h2. Title", "## Title"],
    ["*bold* and *more*", "**bold** and **more**"],
    ["_it_ -gone- {{mono_x}}", "*it* ~~gone~~ `mono_x`"],
    ["*bold _it_*", "**bold *it***"],
    ["see [the docs|https://a.b/c_d]", "see [the docs](<https://a.b/c_d>)"],
    ["[https://x.y/z] and https://u.v/a_b_c", "<https://x.y/z> and https://u.v/a_b_c"],
    ["[~joe] [^log.txt] [Top|#top]", "@joe `log.txt` Top"],
    ["!pic.png|thumbnail! !https://a.b/c.png!", "`pic.png` ![](<https://a.b/c.png>)"],
    ["* a\n** b\n# c\n*# d\n- e", "* a\n  * b\n1. c\n  1. d\n* e"],
    [
      "{code:java|title=X}\nint a_b = c*d*e;\n{code} after",
      "```java\nint a_b = c*d*e;\n```\nafter",
    ],
    ["{noformat}x ``` y{noformat}", "````\nx ``` y\n````"],
    ["{quote}\na\nb\n{quote}\nc", "> a\n> b\n\nc"],
    ["bq. said", "> said"],
    ["||a||b||\n|1|[x|http://q.r]|", "| a | b |\n| --- | --- |\n| 1 | [x](<http://q.r>) |"],
    ["{color:red}warn{color} {panel:title=T}hey{panel}", "warn\n\n**T**\n\nhey"],
    ["one\ntwo\n\nthree", "one  \ntwo\n\nthree"],
  ])("%j becomes %j", (wiki, markdown) => expect(wikiToMarkdown(wiki)).toBe(markdown));

  test.each([
    "STORM_HOME and FOO_BAR",
    "C++ and i++",
    "arr[0] [ERROR]",
    "2 - 1 - 0",
    "a.b.c 10% #3",
    "{code} never closed",
  ])("%j is prose and stays", (text) => expect(wikiToMarkdown(text)).toBe(text));

  test("marks that only Markdown would see are told apart", () => {
    expect(wikiToMarkdown("List<String> 2 * 3 * 4 ~9~")).toBe(
      "List\\<String> 2 \\* 3 \\* 4 \\~9\\~",
    );
    expect(wikiToMarkdown("    at Foo.bar\n#!/bin/sh")).toBe("at Foo.bar  \n\\#!/bin/sh");
  });
});

// Text that a search with backtracking never comes back from.
const hostile = [
  "[",
  "[a|",
  "*a",
  "_a",
  "-a",
  "{{",
  "!a",
  "{code:title=a",
  "{code}",
  "{quote}",
  "{color:",
  "|",
  "||",
  "<a",
  "https://a",
];

test.each(hostile)("%j a hundred thousand times over is converted", (part) => {
  expect(wikiToMarkdown(part.repeat(100_000 / part.length)).length).toBeGreaterThanOrEqual(0);
});

test("any mixture of marks is converted, and no word of it is lost", () => {
  const mark = fc.constantFrom(
    ...hostile,
    "{noformat}",
    "h1. ",
    "* ",
    "# ",
    "\n",
    " ",
    "word",
    "h2.",
    "]",
    "}",
    "~^",
    "\\",
    "ü",
  );
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 60 }), (marks) => {
      const wiki = marks.join("");
      const words = wikiToMarkdown(wiki).match(/word/g)?.length ?? 0;
      const inTags = /\{(?:code|color|panel|quote|noformat)?:[^}]*word|!\S*word|\|/.test(wiki);
      if (!inTags) expect(words).toBe(wiki.match(/word/g)?.length ?? 0);
    }),
    { numRuns: 500 },
  );
});
