import type { Tx } from "@slacky/db";
import { projects, tickets } from "@slacky/db/schema";
import { and, eq, isNull } from "drizzle-orm";

import { notFound } from "../shared/domain-error";
import { ofItsProject, presentTicket, ticketFields } from "./ticket-fields";

/** A live ticket, by id or by key. */
export async function getTicket(tx: Tx, workspaceId: string, ticket: string) {
  const [row] = await tx
    .select(ticketFields)
    .from(tickets)
    .innerJoin(projects, ofItsProject)
    .where(and(eq(tickets.workspaceId, workspaceId), isNull(tickets.deletedAt), named(ticket)));
  if (!row) throw notFound("Ticket");
  return presentTicket(row);
}

function named(ticket: string) {
  // An id has four dashes and a key has one; its number has no more than nine digits.
  const [, key, number] = /^([A-Z][A-Z0-9_]*)-([0-9]+)$/.exec(ticket) ?? [];
  return key === undefined
    ? eq(tickets.id, ticket)
    : and(eq(projects.key, key), eq(tickets.number, Number(number)));
}
