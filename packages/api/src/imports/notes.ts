import type { Loss, RowError } from "./canonical";

const ROW_ERRORS_KEPT = 100;
const LOSSES_KEPT = 500;

/** Gathers what a parser could not take, bounded in size whatever the file holds. */
export function createNotes() {
  const counts = new Map<string, Loss>();
  const rowErrors: RowError[] = [];
  let rowErrorTotal = 0;
  let others = 0;

  return {
    lose(column: string, reason: string, count = 1) {
      const id = `${column}\n${reason}`;
      const known = counts.get(id);
      if (known) known.count += count;
      else if (counts.size < LOSSES_KEPT) counts.set(id, { column, count, reason });
      else others += count;
    },

    rowError(line: number, message: string) {
      rowErrorTotal += 1;
      if (rowErrors.length < ROW_ERRORS_KEPT) rowErrors.push({ line, message });
    },

    report: () => ({
      losses: [
        ...counts.values(),
        ...(others > 0 ? [{ column: "Others", count: others, reason: "Not taken." }] : []),
      ],
      rowErrors,
      rowErrorTotal,
    }),
  };
}

export type Notes = ReturnType<typeof createNotes>;
