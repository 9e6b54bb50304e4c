import type { Tx } from "@slacky/db";
import { tickets } from "@slacky/db/schema";
import { and, isNull } from "drizzle-orm";

import { ticketIs } from "../tickets/ticket-fields";

/** Shared, so that comments do not queue; but a ticket being deleted is waited for. False when it is gone. */
export async function lockCommentedTicket(
  tx: Tx,
  workspaceId: string,
  ticketId: string,
): Promise<boolean> {
  const held = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(ticketIs(workspaceId, ticketId), isNull(tickets.deletedAt)))
    .for("share");
  return held.length > 0;
}
