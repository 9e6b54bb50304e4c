import type { Tx } from "@slacky/db";
import { tickets } from "@slacky/db/schema";
import { sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";

import type { LockedTicket } from "./lock-tickets";
import { readTicket, ticketIs } from "./ticket-fields";

type Written = PgUpdateSetSource<typeof tickets>;

/**
 * Writes a locked ticket: the columns, a version one higher, and that version against each field
 * that changed. `fields` are the names that callers know, for changes outside the row.
 */
export async function writeTicket(
  tx: Tx,
  ticket: LockedTicket,
  columns: Written,
  fields: string[] = Object.keys(columns),
) {
  const version = ticket.version + 1;
  await tx
    .update(tickets)
    .set({
      ...columns,
      version,
      fieldVersions: {
        ...ticket.fieldVersions,
        ...Object.fromEntries(fields.map((name) => [name, version])),
      },
      updatedAt: sql`clock_timestamp()`,
    })
    .where(ticketIs(ticket.workspaceId, ticket.id));
  return readTicket(tx, ticketIs(ticket.workspaceId, ticket.id));
}
