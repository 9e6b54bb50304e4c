import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

import { conflict } from "../shared/domain-error";

/** Any number will do, as long as every process takes the same one. */
const IMPORT_LOCK = 5_147_002;

/**
 * One import at a time in a workspace, held to the end of the transaction. Taken right after the
 * gate's own lock and before every other, so that it stands in one place of the order of locks; not
 * waited for, since the one before may take many seconds.
 */
export async function lockImports(tx: Tx, workspaceId: string): Promise<void> {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${IMPORT_LOCK}, hashtext(${workspaceId})) as taken`,
  );
  if (row?.taken) return;
  throw conflict(
    "import_running",
    "Another import into this workspace is still running. Wait for it to end, then send the file again.",
    { retryable: true },
  );
}
