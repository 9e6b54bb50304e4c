import type { Tx } from "@slacky/db";
import { eventCounters, tickets } from "@slacky/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";

import { getProject } from "../projects/get-project";
import { readWorkflow } from "../projects/read-workflow";
import type { BoardInput } from "./input";
import { listTickets } from "./list-tickets";
import { ticketFilters } from "./ticket-filters";

/**
 * The first cards of every lane, with how many there are in all. `seq` is the last event that the
 * cards reflect; a lane goes on with `tickets.list` sorted by rank and its `nextCursor`.
 */
export async function readBoard(tx: Tx, secret: string, input: BoardInput) {
  const { workspaceId, projectId, limit, ...filters } = input;
  await getProject(tx, workspaceId, projectId);
  const { states } = await readWorkflow(tx, workspaceId, projectId);
  const [counter, totals, ...lanes] = await Promise.all([
    tx
      .select({ seq: eventCounters.lastSeq })
      .from(eventCounters)
      .where(eq(eventCounters.workspaceId, workspaceId)),
    tx
      .select({ state: tickets.state, total: count() })
      .from(tickets)
      .where(
        and(
          eq(tickets.workspaceId, workspaceId),
          eq(tickets.projectId, projectId),
          isNull(tickets.deletedAt),
          ticketFilters(filters),
        ),
      )
      .groupBy(tickets.state),
    ...states.map(({ key }) =>
      listTickets(tx, secret, workspaceId, {
        projectId,
        state: key,
        sort: "rank",
        limit,
        ...filters,
      }),
    ),
  ]);
  const totalOf = new Map(totals.map(({ state, total }) => [state, total]));
  const columns = states.map(({ key }, i) => ({
    state: key,
    total: totalOf.get(key) ?? 0,
    items: lanes[i]!.items.map(({ description: _, ...card }) => card), // One lane was read for each state.
    nextCursor: lanes[i]!.nextCursor,
  }));
  return { columns, seq: counter[0]?.seq ?? 0 };
}
