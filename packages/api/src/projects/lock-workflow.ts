import type { Tx } from "@slacky/db";

import { assertNotArchived } from "./edit-rules";
import { lockProjectToEdit } from "./lock-project-to-edit";
import { readWorkflow } from "./read-workflow";

/** The workflow of a live project, held alone: for whoever changes it. */
export async function lockWorkflow(tx: Tx, workspaceId: string, projectId: string) {
  assertNotArchived(await lockProjectToEdit(tx, workspaceId, projectId));
  return readWorkflow(tx, workspaceId, projectId);
}
