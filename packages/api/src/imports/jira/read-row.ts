import { limits } from "../../shared/limits";
import type { ImportedTicket } from "../canonical";
import type { Notes } from "../notes";
import type { Columns } from "./columns";
import { looksLikeDate } from "./dates";
import type { CellReader } from "./read-cells";
import { type CommentCell, readComment } from "./read-comment";
import { readPriority } from "./read-priority";
import { readStatusCategory } from "./read-status-category";

const KEY = /^([A-Z][A-Z0-9_]{1,49})-([1-9]\d{0,8})$/;
const STATE_NAME_LIMIT = 64;
const LABEL_LIMIT = 80;

/** A row whose dates are still text: how to read them is known only at the end of the file. */
export type Draft = {
  ticket: Omit<ImportedTicket, "createdAt" | "updatedAt" | "dueOn" | "comments">;
  created: string;
  updated: string;
  due: string;
  comments: CommentCell[];
};

/** The row as a draft, or the sentence that says why not. */
export function readRow(row: string[], columns: Columns, cells: CellReader, notes: Notes) {
  const key = KEY.exec(columns.one(row, "key"));
  if (!key) return `“${columns.name("key")}” does not hold a key such as ABC-12.`;
  const title = cells.line(columns.one(row, "title"), limits.title, columns.name("title"));
  if (title === "") return `“${columns.name("title")}” is empty.`;

  const line = (field: "state" | "projectName", limit: number) =>
    cells.line(columns.one(row, field), limit, columns.name(field)) || null;
  const draft: Draft = {
    ticket: {
      externalId: key[0],
      projectKey: key[1]!,
      projectName: line("projectName", limits.name),
      number: Number(key[2]),
      title,
      description: cells.text(
        columns.all(row, "description").join("\n\n"),
        columns.name("description"),
      ),
      state: line("state", STATE_NAME_LIMIT),
      stateCategory: readStatusCategory(
        columns.one(row, "stateCategory"),
        columns.one(row, "state"),
      ),
      priority: priority(row, columns, notes),
      labels: labels(row, columns, cells, notes),
      assignee: person(row, columns, cells, "assignee"),
      reporter: person(row, columns, cells, "reporter") ?? person(row, columns, cells, "creator"),
    },
    created: columns.one(row, "created"),
    updated: columns.one(row, "updated"),
    due: columns.one(row, "due"),
    comments: columns.all(row, "comments").map((cell) => readComment(cell, looksLikeDate)),
  };
  for (const comment of draft.comments) {
    comment.author = cells.person(comment.author, columns.name("comments")) ?? "";
    comment.body = cells.text(comment.body, columns.name("comments"));
  }
  return draft;
}

function person(
  row: string[],
  columns: Columns,
  cells: CellReader,
  field: "assignee" | "reporter" | "creator",
) {
  const named = cells.person(columns.one(row, field), columns.name(field));
  return named ?? cells.person(columns.one(row, `${field}Id`), columns.name(`${field}Id`));
}

function priority(row: string[], columns: Columns, notes: Notes) {
  const read = readPriority(columns.one(row, "priority"));
  if (read === null) notes.lose(columns.name("priority"), "Unknown priority, taken as none.");
  return read ?? "none";
}

/** Jira's labels hold no blank, so that a cell of several, as older versions write, can be split. */
function labels(row: string[], columns: Columns, cells: CellReader, notes: Notes): string[] {
  const column = columns.name("labels");
  const names = new Map<string, string>();
  for (const cell of columns.all(row, "labels")) {
    for (const word of cell.split(/\s+/)) {
      const name = cells.line(word, LABEL_LIMIT, column);
      if (name !== "" && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
  }
  const kept = [...names.values()].slice(0, limits.labelsPerTicket);
  if (kept.length < names.size) {
    notes.lose(
      column,
      `More than ${limits.labelsPerTicket} labels on a ticket.`,
      names.size - kept.length,
    );
  }
  return kept;
}
