import type { Tx } from "@slacky/db";

import { notFound } from "../shared/domain-error";
import { lockParents } from "./lock-parents";
import { lockTickets } from "./lock-tickets";

/** The ticket to be put under another, and that other: both held, and no other link made meanwhile. */
export async function lockWithParent(
  tx: Tx,
  workspaceId: string,
  ticketId: string,
  parentId: string,
) {
  await lockParents(tx, workspaceId);
  const locked = await lockTickets(tx, workspaceId, [ticketId, parentId]);
  const ticket = locked.find((one) => one.id === ticketId);
  if (!ticket) throw notFound("Ticket");
  if (!locked.some((one) => one.id === parentId)) throw notFound("Parent ticket");
  return ticket;
}
