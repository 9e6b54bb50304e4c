import type { Tx } from "@slacky/db";
import { projects } from "@slacky/db/schema";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { lockProjectToEdit } from "./lock-project-to-edit";
import { projectIs } from "./project-is";
import { readProject } from "./read-project";

/** Brings an archived project back as it was. A live one stays live. */
export async function unarchiveProject(tx: Tx, actor: Actor, { projectId }: { projectId: string }) {
  const { workspaceId } = actor;
  const before = await lockProjectToEdit(tx, workspaceId, projectId);
  if (before.archivedAt !== null) {
    await tx.update(projects).set({ archivedAt: null }).where(projectIs(workspaceId, projectId));
    await publish(tx, actor, {
      type: "project.unarchived",
      subject: { kind: "project", id: projectId },
      changes: { archivedAt: [before.archivedAt, null] },
    });
  }
  return readProject(tx, workspaceId, projectId);
}
