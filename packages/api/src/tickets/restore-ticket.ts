import type { Tx } from "@slacky/db";

import { publish } from "../events/publish";
import { readWorkflow } from "../projects/read-workflow";
import type { Actor } from "../trpc/gate";
import { enterLane } from "./enter-lane";
import { rankAtEnd } from "./lanes";
import { lockTicket } from "./lock-ticket";
import { writeTicket } from "./write-ticket";

/** Takes a ticket out of the trash, to the end of the lane it was in. */
export async function restoreTicket(tx: Tx, actor: Actor, { ticketId }: { ticketId: string }) {
  const before = await lockTicket(tx, actor.workspaceId, ticketId, { deleted: true });
  const { states } = await readWorkflow(tx, actor.workspaceId, before.projectId);
  await enterLane(tx, before, states);

  const ticket = await writeTicket(tx, before, {
    deletedAt: null,
    rank: await rankAtEnd(tx, before),
  });
  await publish(tx, actor, {
    type: "ticket.restored",
    subject: { kind: "ticket", id: ticketId },
    version: ticket.version,
    changes: { deletedAt: [before.deletedAt, null] },
  });
  return ticket;
}
