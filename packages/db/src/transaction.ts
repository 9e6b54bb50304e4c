import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";

import type { Db, Tx } from "./client";
import { beginWithDeadline } from "./driver/deadline";

/** `read` sees one moment of the database throughout; `write` sees what its locks waited for. */
export type TransactionMode = "read" | "write";

const begin = {
  read: "isolation level repeatable read read only",
  write: "isolation level read committed",
} as const satisfies Record<TransactionMode, string>;

/** Above every single timeout that the server keeps: several locks that are each waited for may reach it. */
const DEADLINE_MS = 7000;

const dialect = new PgDialect({ casing: "snake_case" });

/** Runs `work` in a transaction of its own; a rejection rolls it back. */
export function transaction<T>(
  db: Db,
  mode: TransactionMode,
  work: (tx: Tx) => Promise<T>,
  { deadlineMs = DEADLINE_MS } = {},
): Promise<T> {
  return beginWithDeadline(db.$client, { options: begin[mode], deadlineMs }, (scope) =>
    work(bind(scope)),
  );
}

/**
 * What `db.transaction` builds, on a transaction that postgres.js began: so the isolation level
 * travels with BEGIN instead of in a statement of its own.
 */
function bind(scope: TransactionSql): Tx {
  // The builder's types know a transaction's connection only as the pool it came from.
  const session = new PostgresJsSession(scope as unknown as Sql, dialect, undefined);
  return new PostgresJsTransaction(dialect, session as never, undefined) as unknown as Tx;
}
