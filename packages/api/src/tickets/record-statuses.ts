import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

import type { Actor } from "../trpc/gate";

export type StatusChange = { ticketId: string; from: string; to: string };

/** `recordStatus` for many tickets that have a history, each held by the caller. */
export async function recordStatuses(tx: Tx, actor: Actor, changes: StatusChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ ticketId, from, to }) => ({ id: ticketId, from, to }));
  await tx.execute(sql`
    insert into ticket_status_history (workspace_id, ticket_id, seq, from_state, to_state, by_id, at)
    select ${actor.workspaceId}, n.id, last.seq + 1, n."from", n."to", ${actor.userId}, clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "from" text, "to" text),
    lateral (
      select max(seq) as seq from ticket_status_history
      where workspace_id = ${actor.workspaceId} and ticket_id = n.id
    ) as last`);
}
