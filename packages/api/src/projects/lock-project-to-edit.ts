import type { Tx } from "@slacky/db";
import { projects } from "@slacky/db/schema";
import { and, eq } from "drizzle-orm";

import { notFound } from "../shared/domain-error";

/**
 * The project's row, after everybody who is using its workflow has committed: FOR UPDATE is the one
 * strength that waits for their FOR KEY SHARE.
 */
export async function lockProjectToEdit(tx: Tx, workspaceId: string, projectId: string) {
  const [project] = await tx
    .select({ id: projects.id, name: projects.name, archivedAt: projects.archivedAt })
    .from(projects)
    .where(and(eq(projects.workspaceId, workspaceId), eq(projects.id, projectId)))
    .for("update");
  if (!project) throw notFound("Project");
  return project;
}
