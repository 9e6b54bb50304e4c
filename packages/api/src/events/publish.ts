import type { Tx } from "@slacky/db";
import type { Changes } from "@slacky/db/schema";
import { sql } from "drizzle-orm";

import type { Actor } from "../trpc/gate";

export type NewEvent = {
  type: string;
  subject: {
    kind: "ticket" | "project" | "comment" | "invite" | "label" | "member" | "workspace";
    id: string;
  };
  /** The subject's version after the change, where it has one. */
  version?: number;
  changes: Changes;
};

/**
 * Writes to the workspace's outbox. The counter's row is held from here to the commit, so this is
 * the last step of a transaction: order of `seq` is then order of commit, without gaps.
 */
export async function publish(tx: Tx, actor: Actor, event: NewEvent): Promise<void> {
  await tx.execute(sql`
    with counter as (
      update event_counters set last_seq = last_seq + 1
      where workspace_id = ${actor.workspaceId} returning last_seq
    )
    insert into events (workspace_id, seq, type, actor_id, actor_kind, request_id, at, subject, version, changes)
    select ${actor.workspaceId}, last_seq, ${event.type}, ${actor.userId}, ${actor.kind}, ${actor.requestId},
      clock_timestamp(), ${JSON.stringify(event.subject)}::jsonb, ${event.version ?? null}::int,
      ${JSON.stringify(event.changes)}::jsonb
    from counter`);
}
