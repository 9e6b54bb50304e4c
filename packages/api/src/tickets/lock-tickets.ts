import type { Tx } from "@slacky/db";
import { tickets } from "@slacky/db/schema";
import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";

import { lockProjects } from "../projects/lock-projects";

/** What a decision about a ticket needs; its texts are read where they are wanted. */
export const lockedFields = {
  workspaceId: tickets.workspaceId,
  id: tickets.id,
  projectId: tickets.projectId,
  state: tickets.state,
  rank: tickets.rank,
  priority: tickets.priority,
  assigneeId: tickets.assigneeId,
  version: tickets.version,
  fieldVersions: tickets.fieldVersions,
  deletedAt: tickets.deletedAt,
};

/**
 * The rows, by ascending id and held until the transaction ends, after their projects (and others
 * that the work uses) in the order of locks. Every filter stands on the locking query itself: a check
 * made before the lock is about a row that may have changed. With `deleted`, tickets in the trash.
 * Those that are not there are missing from the answer.
 */
export async function lockTickets(
  tx: Tx,
  workspaceId: string,
  ticketIds: string[],
  { deleted = false, projectIds = [] as string[] } = {},
) {
  const here = and(eq(tickets.workspaceId, workspaceId), inArray(tickets.id, ticketIds));
  // A ticket never changes its project.
  const found = await tx.selectDistinct({ id: tickets.projectId }).from(tickets).where(here);
  await lockProjects(tx, workspaceId, [
    ...new Set([...projectIds, ...found.map((project) => project.id)]),
  ]);
  return tx
    .select(lockedFields)
    .from(tickets)
    .where(and(here, deleted ? isNotNull(tickets.deletedAt) : isNull(tickets.deletedAt)))
    .orderBy(asc(tickets.id))
    .for("update");
}

export type LockedTicket = Awaited<ReturnType<typeof lockTickets>>[number];
