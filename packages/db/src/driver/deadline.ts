import type { Sql, TransactionSql } from "postgres";

type Bounds = {
  /** What follows BEGIN, such as an isolation level. */
  options?: string;
  /** From BEGIN sent on a connection to COMMIT answered. */
  deadlineMs: number;
  /** The wait for a connection of the pool. */
  acquireMs?: number;
};

/** `POOL_BUSY`: nothing was sent. `DEADLINE`: the connection was destroyed, the outcome is the server's secret once COMMIT was sent. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
  readonly code: "DEADLINE" | "POOL_BUSY";

  constructor(code: DeadlineError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * `sql.begin` that always settles. A server that is frozen or cut off answers nothing and closes
 * nothing, and no timeout of its own can fire: the client has to destroy the connection.
 */
export async function beginWithDeadline<T>(
  sql: Sql,
  { options = "", deadlineMs, acquireMs = 5000 }: Bounds,
  work: (scope: TransactionSql) => Promise<T>,
): Promise<T> {
  const patience = new AbortController();
  const endAfter = (ms: number, code: DeadlineError["code"], message: string) =>
    setTimeout(() => patience.abort(new DeadlineError(code, message)), ms);
  let timer = endAfter(acquireMs, "POOL_BUSY", `No connection was free for ${acquireMs} ms.`);
  try {
    // Wrapped, because `begin` would await each member of an array.
    const { value } = await sql.begin(options, async (scope) => ({ value: await work(scope) }), {
      signal: patience.signal,
      onacquire() {
        clearTimeout(timer);
        timer = endAfter(deadlineMs, "DEADLINE", `The transaction took over ${deadlineMs} ms.`);
      },
    });
    return value;
  } finally {
    clearTimeout(timer);
  }
}
