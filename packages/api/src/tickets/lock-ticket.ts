import type { Tx } from "@slacky/db";

import { notFound } from "../shared/domain-error";
import { lockTickets } from "./lock-tickets";

/** One ticket's row, held until the transaction ends. With `deleted`, a ticket in the trash. */
export async function lockTicket(
  tx: Tx,
  workspaceId: string,
  ticketId: string,
  { deleted = false } = {},
) {
  const [ticket] = await lockTickets(tx, workspaceId, [ticketId], { deleted });
  if (!ticket) throw notFound("Ticket");
  return ticket;
}
