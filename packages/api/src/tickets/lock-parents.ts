import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

/** Any number will do, as long as every process takes the same one. */
const PARENTS_LOCK = 5_147_003;

/**
 * One link of a ticket under another at a time in a workspace: a cycle may close far from both tickets,
 * over rows that neither link would lock. Taken before the project's row, held to the end.
 */
export async function lockParents(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PARENTS_LOCK}, hashtext(${workspaceId}))`);
}
