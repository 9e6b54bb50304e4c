import { expect, test } from "vitest";

import { limits } from "../shared/limits";
import { mentionedIn } from "./mentions";

const ana = "0191d3c4-0000-7000-8000-00000000000a";
const ben = "0191d3c4-0000-7000-8000-00000000000b";
const at = (id: string, name = "Ana") => `[@${name}](user:${id})`;

test.each<[string, string, string[]]>([
  ["nobody", "hello @ana and ana@example.test", []],
  ["one, and the other", `${at(ana)} and ${at(ben, "Ben van der Berg")}`, [ana, ben]],
  ["one twice", `${at(ana)} ${at(ana.toUpperCase())}`, [ana]],
  ["in a list, in bold, over a line", `- **${at(ana)}**\n- ${at(ben)}`, [ana, ben]],
  ["an escaped one", `\\${at(ana)}`, []],
  ["a plain link", `[Ana](user:${ana}) [@Ana](https://example.test/${ana})`, []],
  ["an id that is none", "[@Ana](user:12)", []],
  ["code", `\`${at(ana)}\` ${at(ben)}`, [ben]],
  ["code between double backticks", `\`\` \` ${at(ana)} \`\` ${at(ben)}`, [ben]],
  ["a lone backtick", `it\`s ${at(ana)}`, [ana]],
  ["escaped backticks", `\\\`${at(ana)}\\\``, [ana]],
  ["a fenced block", `\`\`\`ts\n${at(ana)}\n\`\`\`\n${at(ben)}`, [ben]],
  ["a fence in a fence", `~~~~\n~~~\n${at(ana)}\n~~~~\n${at(ben)}`, [ben]],
  ["a block that is never closed", `\`\`\`\n${at(ana)}`, []],
])("%s", (_, body, mentioned) => {
  expect(mentionedIn(body)).toEqual(mentioned);
});

test.each([
  ["backticks", "`".repeat(limits.text)],
  ["runs of every length", Array.from({ length: 440 }, (_, i) => "`".repeat(i + 1)).join(" ")],
  ["openings", "[@".repeat(limits.text / 2)],
  ["backslashes", "\\".repeat(limits.text)],
  ["fences", "```\n".repeat(limits.text / 4)],
])("a hundred thousand characters of %s are read in one go", (_, body) => {
  // Done at all is what is asserted: a pattern that goes back and forth over this does not end.
  expect(mentionedIn(body)).toEqual([]);
});
