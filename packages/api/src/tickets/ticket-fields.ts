import type { Tx } from "@slacky/db";
import { projects, ticketLabels, tickets } from "@slacky/db/schema";
import { type Priority, priorities } from "@slacky/db/vocabulary";
import { and, eq, type SQL, sql } from "drizzle-orm";

/** The columns of a ticket as callers see it. Needs `projects` joined. */
export const ticketFields = {
  id: tickets.id,
  key: sql<string>`${projects.key} || '-' || ${tickets.number}`,
  number: tickets.number,
  projectId: tickets.projectId,
  title: tickets.title,
  description: tickets.description,
  state: tickets.state,
  priority: tickets.priority,
  assigneeId: tickets.assigneeId,
  reporterId: tickets.reporterId,
  labelIds: sql<string[]>`array(
    select ${ticketLabels.labelId} from ${ticketLabels}
    where ${ticketLabels.workspaceId} = ${tickets.workspaceId} and ${ticketLabels.ticketId} = ${tickets.id}
    order by ${ticketLabels.labelId})`,
  dueOn: tickets.dueOn,
  estimate: tickets.estimate,
  parentId: tickets.parentId,
  rank: tickets.rank,
  version: tickets.version,
  createdAt: tickets.createdAt,
  updatedAt: tickets.updatedAt,
  deletedAt: tickets.deletedAt,
};

export const ofItsProject = and(
  eq(projects.workspaceId, tickets.workspaceId),
  eq(projects.id, tickets.projectId),
);

const { description: _, ...withoutDescription } = ticketFields;
/** The columns of a ticket in a list of many. */
export const cardFields = withoutDescription;

/** A row of `ticketFields`, with the priority's name for its number. */
export function presentTicket<Row extends { priority: number }>(
  row: Row,
): Omit<Row, "priority"> & { priority: Priority } {
  return { ...row, priority: priorities[row.priority] ?? "none" };
}

/** One ticket that is known to be there. */
export async function readTicket(tx: Tx, where: SQL | undefined) {
  const [row] = await tx
    .select(ticketFields)
    .from(tickets)
    .innerJoin(projects, ofItsProject)
    .where(where);
  return presentTicket(row!); // The caller has locked it or written it.
}

export const ticketIs = (workspaceId: string, ticketId: string) =>
  and(eq(tickets.workspaceId, workspaceId), eq(tickets.id, ticketId));
