import type { Loss, ParsedImport, RowError } from "./canonical";
import type { ImportPlan } from "./plan-import";

type Counts = { created: number; unchanged: number; skipped: number };

export type ImportResult = {
  /** Null when the file brought nothing new, so that nothing was written. */
  batchId: string | null;
  projects: ({ id: string; key: string; name: string } & Counts)[];
  totals: Counts;
  losses: Loss[];
  /** The first hundred; `rowErrorTotal` counts them all. */
  rowErrors: RowError[];
  rowErrorTotal: number;
};

/** What a file came to, for the one who sent it. `madeId` knows the projects that were just made. */
export function importResult(
  { losses, rowErrors, rowErrorTotal }: ParsedImport,
  plan: ImportPlan,
  batchId: string | null,
  madeId: (key: string) => string | undefined = () => undefined,
): ImportResult {
  const projects = plan.projects.map(({ id, key, name, create, unchanged, skipped }) => ({
    ...{ id: id ?? madeId(key) ?? "", key, name, created: create.length, unchanged, skipped },
  }));
  const sum = (field: keyof Counts) =>
    projects.reduce((total, project) => total + project[field], 0);
  return {
    batchId,
    projects,
    totals: { created: sum("created"), unchanged: sum("unchanged"), skipped: sum("skipped") },
    // A second import of the same file loses nothing: it takes nothing.
    losses: batchId === null ? plan.losses : [...losses, ...plan.losses],
    rowErrors,
    rowErrorTotal,
  };
}
