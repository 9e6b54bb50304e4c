import type { StateCategory } from "@slacky/db/vocabulary";

// Asked in this order: "Ready for release" is work in progress, "Released" is not.
const words: [StateCategory, RegExp][] = [
  [
    "closed",
    /\b(closed|cancell?ed|won'?t ?(fix|do)|rejected|declined|abandoned|archived|duplicate|obsolete|invalid|released|geschlossen|fermée?)\b/,
  ],
  [
    "resolved",
    /\b(resolved|done|fixed|complete|completed|implemented|verified|accepted|deployed|merged|erledigt|behoben)\b/,
  ],
  [
    "open",
    /\b(open|reopened|to ?do|new|backlog|triage|created|reported|unconfirmed|selected for development|offen|neu)\b/,
  ],
  ["in_progress", /./],
];

/**
 * Where a state belongs in the lifecycle, judged by its name alone. A name that says nothing is taken
 * as work under way, from where a ticket can still go everywhere.
 */
export function categoryByName(name: string): StateCategory {
  const plain = name.toLowerCase().replace(/[’`]/g, "'").replace(/[_-]+/g, " ");
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? "open";
}
