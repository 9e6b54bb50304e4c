import type { Tx } from "@slacky/db";
import { projects, tickets } from "@slacky/db/schema";
import { and, eq, inArray } from "drizzle-orm";

import { cardFields, ofItsProject, presentTicket } from "./ticket-fields";

export type Card = Awaited<ReturnType<typeof readCards>> extends Map<string, infer C> ? C : never;

/** Tickets by id, without their descriptions. */
export async function readCards(tx: Tx, workspaceId: string, ticketIds: string[]) {
  const rows = await tx
    .select(cardFields)
    .from(tickets)
    .innerJoin(projects, ofItsProject)
    .where(and(eq(tickets.workspaceId, workspaceId), inArray(tickets.id, ticketIds)));
  return new Map(rows.map((row) => [row.id, presentTicket(row)]));
}
