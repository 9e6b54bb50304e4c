import { type Db, transaction } from "@slacky/db";
import { sql } from "drizzle-orm";

import { projectAudit } from "./project-audit";

/**
 * Brings the audit log of every workspace up to its outbox, and stops between two steps when told
 * to. One workspace that fails does not hold up the others; its error is thrown at the end.
 */
export async function auditPending(db: Db, signal?: AbortSignal): Promise<void> {
  const pending = await transaction(db, "read", (tx) =>
    tx.execute<{ id: string }>(sql`select workspaces_to_audit() as id`),
  );
  let failure: { error: unknown } | undefined;
  for (const { id } of pending) {
    try {
      while (!signal?.aborted && (await projectAudit(db, id)) > 0);
    } catch (error) {
      failure ??= { error };
    }
  }
  if (failure) throw failure.error;
}
