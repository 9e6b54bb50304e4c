import type { Tx } from "@slacky/db";
import { projects, ticketRelations as relations, tickets } from "@slacky/db/schema";
import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";

import { getTicket } from "../tickets/get-ticket";
import { ofItsProject } from "../tickets/ticket-fields";

/**
 * What a ticket is to others, and they to it, the oldest relation first. `direction` is "out" when the
 * ticket blocks or duplicates the other, "in" when it is the other's, "both" when it reads alike.
 */
export async function listRelations(tx: Tx, workspaceId: string, ticketId: string) {
  await getTicket(tx, workspaceId, ticketId);
  const items = await tx
    .select({
      kind: relations.kind,
      direction: sql<"out" | "in" | "both">`case when ${relations.kind} = 'relates' then 'both'
        when ${relations.fromId} = ${ticketId} then 'out' else 'in' end`,
      ticketId: tickets.id,
      key: sql<string>`${projects.key} || '-' || ${tickets.number}`,
      title: tickets.title,
      projectId: tickets.projectId,
      state: tickets.state,
    })
    .from(relations)
    .innerJoin(
      tickets,
      and(
        eq(tickets.workspaceId, relations.workspaceId),
        or(eq(tickets.id, relations.fromId), eq(tickets.id, relations.toId)),
        ne(tickets.id, ticketId),
      ),
    )
    .innerJoin(projects, ofItsProject)
    .where(
      and(
        eq(relations.workspaceId, workspaceId),
        or(eq(relations.fromId, ticketId), eq(relations.toId, ticketId)),
        isNull(tickets.deletedAt),
      ),
    )
    .orderBy(asc(relations.createdAt), asc(relations.kind), asc(tickets.id));
  return { items };
}
