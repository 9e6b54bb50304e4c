import type { Tx } from "@slacky/db";
import { projects } from "@slacky/db/schema";
import { sql } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { lockProjectToEdit } from "./lock-project-to-edit";
import { projectIs } from "./project-is";
import { readProject } from "./read-project";

/** Puts a project away: out of the lists, its tickets readable and unchangeable. Twice is once. */
export async function archiveProject(tx: Tx, actor: Actor, { projectId }: { projectId: string }) {
  const { workspaceId } = actor;
  const before = await lockProjectToEdit(tx, workspaceId, projectId);
  if (before.archivedAt === null) {
    await tx
      .update(projects)
      .set({ archivedAt: sql`clock_timestamp()` })
      .where(projectIs(workspaceId, projectId));
  }
  const project = await readProject(tx, workspaceId, projectId);
  if (before.archivedAt === null) {
    await publish(tx, actor, {
      type: "project.archived",
      subject: { kind: "project", id: projectId },
      changes: { archivedAt: [null, project.archivedAt] },
    });
  }
  return project;
}
