import type { Tx } from "@slacky/db";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";

/** Far below the 65,534 parameters of one statement, and short enough for its time limit. */
const MOST_ROWS = 200;
const MOST_CHARACTERS = 400_000;

/** Inserts any number of rows, in statements of bounded size. */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: PgInsertValue<Table>[],
  signal: AbortSignal,
): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    signal.throwIfAborted();
    await tx.insert(table).values(chunk);
  }
}

export function* chunksOf<Row extends object>(rows: Row[]): Generator<Row[]> {
  let chunk: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    const size = lengthOf(row);
    if (chunk.length === MOST_ROWS || (chunk.length > 0 && characters + size > MOST_CHARACTERS)) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(row);
    characters += size;
  }
  if (chunk.length > 0) yield chunk;
}

function lengthOf(row: object): number {
  return Object.values(row).reduce(
    (sum, value) => sum + (typeof value === "string" ? value.length : 16),
    0,
  );
}
