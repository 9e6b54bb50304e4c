import type { Tx } from "@slacky/db";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertAssignable } from "./assignable";
import type { AssignTicketInput } from "./input";
import { lockTicket } from "./lock-ticket";
import { readTicket, ticketIs } from "./ticket-fields";
import { writeTicket } from "./write-ticket";

/** Gives a ticket to a member, or to nobody. Giving it to who has it changes nothing. */
export async function assignTicket(
  tx: Tx,
  actor: Actor,
  { ticketId, assigneeId }: AssignTicketInput,
) {
  await assertAssignable(tx, actor.workspaceId, assigneeId);
  const before = await lockTicket(tx, actor.workspaceId, ticketId);
  if (before.assigneeId === assigneeId)
    return readTicket(tx, ticketIs(actor.workspaceId, ticketId));

  const ticket = await writeTicket(tx, before, { assigneeId });
  await publish(tx, actor, {
    type: "ticket.assigned",
    subject: { kind: "ticket", id: ticketId },
    version: ticket.version,
    changes: { assigneeId: [before.assigneeId, assigneeId] },
  });
  return ticket;
}
