import type { Tx } from "@slacky/db";
import { projects } from "@slacky/db/schema";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertNotArchived } from "./edit-rules";
import type { RenameProjectInput } from "./input";
import { lockProjectToEdit } from "./lock-project-to-edit";
import { projectIs } from "./project-is";
import { readProject } from "./read-project";

/** Gives a project another name. Its key stays, and with it the keys of its tickets. */
export async function renameProject(tx: Tx, actor: Actor, { projectId, name }: RenameProjectInput) {
  const { workspaceId } = actor;
  const before = await lockProjectToEdit(tx, workspaceId, projectId);
  assertNotArchived(before);
  if (before.name !== name) {
    await tx.update(projects).set({ name }).where(projectIs(workspaceId, projectId));
    await publish(tx, actor, {
      type: "project.renamed",
      subject: { kind: "project", id: projectId },
      changes: { name: [before.name, name] },
    });
  }
  return readProject(tx, workspaceId, projectId);
}
