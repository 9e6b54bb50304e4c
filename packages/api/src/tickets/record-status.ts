import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

import type { Actor } from "../trpc/gate";

/** One more row of a ticket's history. The caller holds the ticket's row, so `seq` cannot be taken twice. */
export async function recordStatus(
  tx: Tx,
  actor: Actor,
  ticketId: string,
  from: string | null,
  to: string,
): Promise<void> {
  await tx.execute(sql`
    insert into ticket_status_history (workspace_id, ticket_id, seq, from_state, to_state, by_id, at)
    select ${actor.workspaceId}, ${ticketId}, coalesce(max(seq), 0) + 1, ${from}::text, ${to}, ${actor.userId},
      clock_timestamp()
    from ticket_status_history
    where workspace_id = ${actor.workspaceId} and ticket_id = ${ticketId}`);
}
