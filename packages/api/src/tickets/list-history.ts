import type { Tx } from "@slacky/db";
import { ticketStatusHistory as history } from "@slacky/db/schema";
import { and, asc, eq } from "drizzle-orm";

import { getTicket } from "./get-ticket";

/** Every state the ticket has been in, from its creation on. */
export async function listHistory(tx: Tx, workspaceId: string, ticket: string) {
  const { id } = await getTicket(tx, workspaceId, ticket);
  const items = await tx
    .select({
      seq: history.seq,
      from: history.fromState,
      to: history.toState,
      by: history.byId,
      at: history.at,
    })
    .from(history)
    .where(and(eq(history.workspaceId, workspaceId), eq(history.ticketId, id)))
    .orderBy(asc(history.seq));
  return { items };
}
