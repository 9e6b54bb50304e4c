import type { Tx } from "@slacky/db";

import { notFound } from "../shared/domain-error";
import { lockTickets } from "../tickets/lock-tickets";

/** Two live tickets, held by ascending id whichever of them is named first. */
export async function lockPair(
  tx: Tx,
  workspaceId: string,
  ticketId: string,
  otherId: string,
): Promise<void> {
  const locked = await lockTickets(tx, workspaceId, [ticketId, otherId]);
  if (!locked.some((ticket) => ticket.id === ticketId)) throw notFound("Ticket");
  if (!locked.some((ticket) => ticket.id === otherId)) throw notFound("Related ticket");
}
