import { cleanText, cutText } from "../clean-text";
import { Refusal } from "../refusal";

/** Of a heading, as reports name it. */
const NAME_LIMIT = 200;

/** Names under which exports of different versions hold one thing, lower case. */
const synonyms = {
  key: ["issue key", "key"],
  title: ["summary"],
  // Known from the key; taken here so that it is not reported as lost.
  projectKey: ["project key"],
  projectName: ["project name"],
  state: ["status"],
  stateCategory: ["status category"],
  priority: ["priority"],
  assignee: ["assignee"],
  assigneeId: ["assignee id"],
  reporter: ["reporter"],
  reporterId: ["reporter id"],
  creator: ["creator"],
  creatorId: ["creator id"],
  created: ["created"],
  updated: ["updated"],
  due: ["due date", "due"],
  labels: ["labels", "label"],
  description: ["description"],
  comments: ["comment", "comments"],
} as const satisfies Record<string, readonly string[]>;

type Field = keyof typeof synonyms;

export type Columns = {
  width: number;
  /** Every cell of a row under the names of a field: header names repeat, one column a value. */
  all: (row: string[], field: Field) => string[];
  /** The first of them that says something, trimmed; empty when none does. */
  one: (row: string[], field: Field) => string;
  name: (field: Field) => string;
  notTaken: { name: string; indices: number[] }[];
};

/** Matches columns by name, since their order and choice differ from one export to the next. */
export function readColumns(header: string[]): Columns {
  const byName = new Map<string, { name: string; indices: number[] }>();
  for (const [index, cell] of header.entries()) {
    const name = cutText(cleanText(cell).text.replace(/\s+/g, " ").trim(), NAME_LIMIT);
    const known = byName.get(name.toLowerCase());
    if (known) known.indices.push(index);
    else byName.set(name.toLowerCase(), { name, indices: [index] });
  }

  const taken = new Map<Field, { name: string; indices: number[] }>();
  for (const [field, names] of Object.entries(synonyms) as [Field, readonly string[]][]) {
    const found = names.flatMap((name) => byName.get(name) ?? []);
    if (found[0]) {
      taken.set(field, { name: found[0].name, indices: found.flatMap((f) => f.indices) });
    }
    for (const name of names) byName.delete(name);
  }
  requireColumn(taken, "key", "Issue key");
  requireColumn(taken, "title", "Summary");

  const all = (row: string[], field: Field) =>
    (taken.get(field)?.indices ?? [])
      .map((index) => row[index] ?? "")
      .filter((cell) => cell !== "");
  return {
    width: header.length,
    all,
    one: (row, field) =>
      all(row, field)
        .find((cell) => cell.trim() !== "")
        ?.trim() ?? "",
    name: (field) => taken.get(field)?.name ?? synonyms[field][0],
    notTaken: [...byName.values()].filter((column) => column.name !== ""),
  };
}

function requireColumn(taken: Map<Field, unknown>, field: Field, name: string) {
  if (taken.has(field)) return;
  throw new Refusal(
    `This is not a Jira export: its first line has no column “${name}”. ` +
      "In Jira, choose Export, then CSV (all fields).",
  );
}
