import type { Tx } from "@slacky/db";
import { ticketCounters } from "@slacky/db/schema";
import { and, eq, sql } from "drizzle-orm";

/** Numbers of the file are not given out again. After every state row in the order of locks. */
export async function raiseCounter(
  tx: Tx,
  workspaceId: string,
  projectId: string,
  lastNumber: number,
): Promise<void> {
  await tx
    .update(ticketCounters)
    .set({ lastNumber: sql`greatest(${ticketCounters.lastNumber}, ${lastNumber}::int)` })
    .where(
      and(eq(ticketCounters.workspaceId, workspaceId), eq(ticketCounters.projectId, projectId)),
    );
}
