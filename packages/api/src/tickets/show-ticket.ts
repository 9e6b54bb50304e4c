import type { Tx } from "@slacky/db";
import { states, tickets } from "@slacky/db/schema";
import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";

import { getTicket } from "./get-ticket";

/** A live ticket as its page shows it: with how many sub-tickets it has, and how many are done. */
export async function showTicket(tx: Tx, workspaceId: string, named: string) {
  const ticket = await getTicket(tx, workspaceId, named);
  const done = inArray(states.category, ["resolved", "closed"]);
  const [subTickets] = await tx
    .select({ total: count(), done: sql<number>`(count(*) filter (where ${done}))::int` })
    .from(tickets)
    .innerJoin(
      states,
      and(
        eq(states.workspaceId, tickets.workspaceId),
        eq(states.projectId, tickets.projectId),
        eq(states.key, tickets.state),
      ),
    )
    .where(
      and(
        eq(tickets.workspaceId, workspaceId),
        eq(tickets.parentId, ticket.id),
        isNull(tickets.deletedAt),
      ),
    );
  return { ...ticket, subTickets: subTickets! }; // A count has one row.
}
