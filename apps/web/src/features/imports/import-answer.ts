export type ImportCounts = { created: number; unchanged: number; skipped: number };

export type ImportReport = {
  projects: ({ id: string; key: string; name: string } & ImportCounts)[];
  totals: ImportCounts;
  losses: { column: string; count: number; reason: string }[];
  rowErrors: { line: number; message: string }[];
  rowErrorTotal: number;
};

export type ImportFailure = {
  kind: "refused" | "offline" | "signedOut" | "forbidden" | "unknown";
  /** The server's sentence, and the place in the file that it is about. */
  message?: string;
  line?: number;
  column?: number | string;
};

export type ImportAnswer =
  | { ok: true; report: ImportReport }
  | { ok: false; failure: ImportFailure };

/** What the server said to an upload, whatever it was. */
export function importAnswer(status: number, body: unknown): ImportAnswer {
  if (status === 200 && isReport(body)) return { ok: true, report: body };
  if (status === 401) return failed({ kind: "signedOut" });
  if (status === 403) return failed({ kind: "forbidden" });
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  if (status < 400 || typeof error.message !== "string") return failed({ kind: "unknown" });
  return failed({
    kind: "refused",
    message: error.message,
    ...(typeof error.line === "number" && { line: error.line }),
    ...((typeof error.column === "number" || typeof error.column === "string") && {
      column: error.column,
    }),
  });
}

const failed = (failure: ImportFailure): ImportAnswer => ({ ok: false, failure });

function isReport(body: unknown): body is ImportReport {
  return (
    isRecord(body) &&
    [body.projects, body.losses, body.rowErrors].every(Array.isArray) &&
    isRecord(body.totals)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
