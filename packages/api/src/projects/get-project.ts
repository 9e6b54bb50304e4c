import type { Tx } from "@slacky/db";
import { projects } from "@slacky/db/schema";
import { and, eq, isNull } from "drizzle-orm";

import { notFound } from "../shared/domain-error";

/** A live project, for reading. */
export async function getProject(tx: Tx, workspaceId: string, projectId: string) {
  const [project] = await tx
    .select({ id: projects.id, key: projects.key, name: projects.name })
    .from(projects)
    .where(
      and(
        eq(projects.workspaceId, workspaceId),
        eq(projects.id, projectId),
        isNull(projects.archivedAt),
      ),
    );
  if (!project) throw notFound("Project");
  return project;
}
