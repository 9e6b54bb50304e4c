import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { lockTicket } from "./lock-ticket";
import { writeTicket } from "./write-ticket";

/** Puts a ticket in the trash. Its number stays taken and its history stays. */
export async function deleteTicket(tx: Tx, actor: Actor, { ticketId }: { ticketId: string }) {
  const before = await lockTicket(tx, actor.workspaceId, ticketId);
  const ticket = await writeTicket(tx, before, { deletedAt: sql`clock_timestamp()` });
  await publish(tx, actor, {
    type: "ticket.deleted",
    subject: { kind: "ticket", id: ticketId },
    version: ticket.version,
    changes: { deletedAt: [null, ticket.deletedAt] },
  });
  return ticket;
}
