import type { Tx } from "@slacky/db";
import { projects, tickets } from "@slacky/db/schema";
import { and, eq, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { z } from "zod";

import { type Found, foundTickets, isFound } from "../search/found-tickets";
import { packCursor, page, unpackCursor } from "../shared/cursor";
import type { ListTicketsInput } from "./input";
import { listOrders, type Order } from "./list-orders";
import { ofItsProject, presentTicket, ticketFields } from "./ticket-fields";
import { ticketFilters } from "./ticket-filters";

type ListQuery = Omit<ListTicketsInput, "workspaceId">;

/** The last row's sort key and id, and by what a search found it. */
type After = [string | number, string, Found];

/** A page of live tickets. The cursor is good for the same filters and sort in the same workspace. */
export async function listTickets(tx: Tx, secret: string, workspaceId: string, query: ListQuery) {
  const { q, limit, cursor } = query;
  const order: Order = listOrders[sortOf(query)];
  const scope = listScope(workspaceId, query);
  const cursorKey = z.tuple([order.key, z.string(), z.enum(["words", "near"])]);
  const after = cursor ? unpackCursor(secret, scope, cursor, cursorKey) : undefined;
  let found = after?.[2] ?? "words";
  let rows = await readRows(tx, workspaceId, query, order, found, after);
  // Only the first page may turn to what comes near: later ones go on with what it showed.
  if (q && !after && rows.length === 0) {
    found = "near";
    rows = await readRows(tx, workspaceId, query, order, found, after);
  }
  const { items, nextCursor } = page(rows, limit, (row) =>
    packCursor(secret, scope, [row.sortKey, row.id, found] satisfies After),
  );
  return { items: items.map(({ sortKey: _, ...row }) => presentTicket(row)), nextCursor };
}

// Not a join: the planner, taking one for the way to a single project, would sort all its tickets.
const key = sql<string>`(select ${projects.key} from ${projects} where ${ofItsProject}) || '-' || ${tickets.number}`;

const archivedProjects = (tx: Tx, workspaceId: string) =>
  tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.workspaceId, workspaceId), isNotNull(projects.archivedAt)));

function readRows(
  tx: Tx,
  workspaceId: string,
  query: ListQuery,
  order: Order,
  found: Found,
  after: After | undefined,
) {
  const { projectId, state, q, limit } = query;
  const select = tx
    .select({ ...ticketFields, key, sortKey: order.sortKey })
    .from(tickets)
    .$dynamic();
  return (q ? select.innerJoin(foundTickets(q, projectId, found), isFound) : select)
    .where(
      and(
        eq(tickets.workspaceId, workspaceId),
        isNull(tickets.deletedAt),
        projectId ? eq(tickets.projectId, projectId) : undefined,
        state ? eq(tickets.state, state) : undefined,
        ticketFilters(query),
        // Everywhere at once leaves out what was put away; its own list still shows it.
        projectId ? undefined : notInArray(tickets.projectId, archivedProjects(tx, workspaceId)),
        after && order.after(after[0], after[1]),
      ),
    )
    .orderBy(...order.by)
    .limit(limit + 1);
}

const sortOf = ({ sort, q }: Partial<ListQuery>) => sort ?? (q ? "relevance" : "created");

/** What a cursor belongs to: everything that decides which rows there are, and in which order. */
export function listScope(workspaceId: string, query: Partial<ListQuery>): string {
  const { projectId, state, assigneeId, labelId, priority, parentId, q } = query;
  const sort = sortOf(query);
  // As an object: in a list, a filter for nobody would read like no filter at all.
  const filters = { projectId, state, assigneeId, labelId, priority, parentId, q, sort };
  return JSON.stringify(["tickets.list", workspaceId, filters]);
}
