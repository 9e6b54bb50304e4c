import type { ImportedTicket, ParsedImport } from "../canonical";
import { csvRows } from "../csv-rows";
import { createNotes, type Notes } from "../notes";
import { Refusal } from "../refusal";
import { type Columns, readColumns } from "./columns";
import { createOrderVote, type DayOrder, readDate } from "./dates";
import { createCellReader } from "./read-cells";
import { type Draft, readRow } from "./read-row";

/**
 * Reads a Jira export as it arrives. The rows are kept, the raw file is not; how the file writes its
 * dates is settled once every one of them has been seen.
 */
export async function parseJiraCsv(
  bytes: AsyncIterable<Uint8Array>,
  delimiter = ",",
): Promise<ParsedImport> {
  const notes = createNotes();
  const drafts = new Map<string, Draft>();
  const vote = createOrderVote();
  const names = new Map<string, string>();
  const cells = createCellReader(notes);
  let columns: Columns | undefined;

  for await (const { record, line } of csvRows(bytes, delimiter)) {
    if (!columns) {
      columns = readColumns(record);
      continue;
    }
    if (record.every((cell) => cell.trim() === "") || isFooter(record)) continue;
    if (record.length > columns.width) {
      notes.rowError(
        line,
        `The row has ${record.length} cells under ${columns.width} headings; it was left out, ` +
          "since its values would have landed in the wrong columns.",
      );
      continue;
    }
    const draft = readRow(record, columns, cells, notes);
    if (typeof draft === "string") notes.rowError(line, draft);
    else if (drafts.has(draft.ticket.externalId)) {
      notes.rowError(line, "This key is in the file twice; the first row counts.");
    } else {
      drafts.set(draft.ticket.externalId, draft);
      countNotTaken(record, columns, notes);
      learnNames(record, columns, names);
      for (const text of datesOf(draft)) vote.see(text);
    }
  }
  if (!columns) throw new Refusal("The file is empty.");

  const { order, guessed } = vote.result();
  if (guessed > 0) {
    notes.lose("Dates", "Day and month could be either way round; read as day first.", guessed);
  }
  const tickets = [...drafts.values()].map((draft) => finish(draft, order, columns!, names, notes));
  return { source: "jira", tickets, ...notes.report() };
}

/** The line under the table that some exports end with: Generated at Sat Mar 22 10:53:30 UTC 2014. */
function isFooter(record: string[]): boolean {
  return (
    /^generated (at|on|by)\b/i.test(record[0]!.trim()) &&
    record.slice(1).every((cell) => cell.trim() === "")
  );
}

const later =
  /^(parent|parent id|parent key|parent summary|custom field \(epic link\)|(inward|outward) issue link .*)$/i;

function countNotTaken(record: string[], columns: Columns, notes: Notes) {
  for (const { name, indices } of columns.notTaken) {
    const count = indices.filter((index) => (record[index] ?? "").trim() !== "").length;
    if (count === 0) continue;
    notes.lose(
      name,
      later.test(name) ? "Links between tickets are not taken." : "This column is not taken.",
      count,
    );
  }
}

/** Comments name their authors by account id; the columns that hold both tell whose it is. */
function learnNames(record: string[], columns: Columns, names: Map<string, string>) {
  for (const field of ["assignee", "reporter", "creator"] as const) {
    const id = columns.one(record, `${field}Id`);
    const name = columns.one(record, field).replace(/\s+/g, " ");
    if (id !== "" && name !== "") names.set(id, name);
  }
}

function* datesOf({ created, updated, due, comments }: Draft) {
  yield* [created, updated, due];
  for (const { date } of comments) yield date;
}

function finish(
  { ticket, created, updated, due, comments }: Draft,
  order: DayOrder,
  columns: Columns,
  names: Map<string, string>,
  notes: Notes,
): ImportedTicket {
  const date = (text: string, column: string) => {
    if (text === "") return null;
    const read = readDate(text, order);
    if (read === null) notes.lose(column, "Not readable as a date.");
    return read;
  };
  const named = (person: string | null) => (person === null ? null : (names.get(person) ?? person));
  return {
    ...ticket,
    assignee: named(ticket.assignee),
    reporter: named(ticket.reporter),
    createdAt: date(created, columns.name("created")),
    updatedAt: date(updated, columns.name("updated")),
    dueOn: date(due, columns.name("due"))?.slice(0, 10) ?? null,
    comments: comments
      .filter(({ body }) => body.trim() !== "")
      .map((comment) => ({
        author: named(comment.author || null),
        at: date(comment.date, columns.name("comments")),
        body: comment.body,
      })),
  };
}
