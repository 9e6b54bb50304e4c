import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

import type { Actor } from "../trpc/gate";
import type { NewEvent } from "./publish";

/** `publish` for many changes made as one: numbered without a gap, in this order. */
export async function publishMany(tx: Tx, actor: Actor, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(sql`
    with counter as (
      update event_counters set last_seq = last_seq + ${events.length}
      where workspace_id = ${actor.workspaceId} returning last_seq
    )
    insert into events (workspace_id, seq, type, actor_id, actor_kind, request_id, at, subject, version, changes)
    select ${actor.workspaceId}, last_seq - ${events.length} + place, event ->> 'type', ${actor.userId},
      ${actor.kind}, ${actor.requestId}, clock_timestamp(), event -> 'subject',
      (event ->> 'version')::int, event -> 'changes'
    from counter, jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as fresh (event, place)`);
}
