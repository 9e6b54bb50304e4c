import type { HistoryRow } from "./subject";

/** A circle, so that no ticket ever comes to an end. */
export const nextState: Record<string, string> = {
  open: "in_progress",
  in_progress: "resolved",
  resolved: "closed",
  closed: "open",
};

/** What is wrong with a ticket's history, or undefined when it is a valid chain of `length` rows. */
export function faultOf(history: HistoryRow[], length: number): string | undefined {
  let state: string | null = null;
  for (const [i, row] of history.entries()) {
    if (row.seq !== i + 1) return `row ${i + 1} has the number ${row.seq}`;
    if (row.from !== state) return `row ${row.seq} goes on from ${row.from}, not from ${state}`;
    if (state !== null && nextState[state] !== row.to) return `row ${row.seq} is no transition`;
    state = row.to;
  }
  return history.length === length
    ? undefined
    : `${history.length} rows, and ${length} were acknowledged`;
}
