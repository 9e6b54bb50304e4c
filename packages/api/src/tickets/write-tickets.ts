import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

import type { LockedTicket } from "./lock-tickets";

type Columns = Partial<Pick<LockedTicket, "state" | "rank" | "priority" | "assigneeId">>;

export type TicketWrite = {
  ticket: LockedTicket;
  columns: Columns;
  /** Puts it in the trash. */
  deleted?: boolean;
  /** The names that callers know of what changed. */
  fields: string[];
};

/** `writeTicket` for many locked tickets, in one statement. */
export async function writeTickets(tx: Tx, writes: TicketWrite[]): Promise<void> {
  const workspaceId = writes[0]?.ticket.workspaceId;
  if (workspaceId === undefined) return;
  const rows = writes.map(({ ticket, columns, deleted = false, fields }) => {
    const version = ticket.version + 1;
    const { id, state, rank, priority, assigneeId } = { ...ticket, ...columns };
    return {
      ...{ id, state, rank, priority, deleted, version },
      assignee_id: assigneeId,
      changed: Object.fromEntries(fields.map((name) => [name, version])),
    };
  });
  await tx.execute(sql`
    update tickets set state = n.state, rank = n.rank, priority = n.priority, assignee_id = n.assignee_id,
      deleted_at = case when n.deleted then clock_timestamp() else tickets.deleted_at end,
      version = n.version, field_versions = tickets.field_versions || n.changed, updated_at = clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, state text, rank text,
      priority smallint, deleted boolean, version int, assignee_id uuid, changed jsonb)
    where tickets.workspace_id = ${workspaceId} and tickets.id = n.id`);
}
