import type { Tx } from "@slacky/db";
import { projects } from "@slacky/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";

import { assertNotArchived } from "./edit-rules";

/**
 * Holds the workflows of projects still while they are used, by ascending id; their editors take the
 * row FOR UPDATE. Those that are not there are missing from the answer; an archived one is refused.
 */
export async function lockProjects(tx: Tx, workspaceId: string, projectIds: string[]) {
  const locked = await tx
    .select({ id: projects.id, key: projects.key, archivedAt: projects.archivedAt })
    .from(projects)
    .where(and(eq(projects.workspaceId, workspaceId), inArray(projects.id, projectIds)))
    .orderBy(asc(projects.id))
    .for("key share");
  for (const project of locked) assertNotArchived(project);
  return locked;
}
