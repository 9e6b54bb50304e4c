import type { Tx } from "@slacky/db";

import { readWorkflow } from "../projects/read-workflow";
import type { LockedTicket } from "./lock-tickets";

/** The workflow of each project that these tickets are in. */
export async function readWorkflows(tx: Tx, tickets: LockedTicket[]) {
  const workflows = new Map<string, Awaited<ReturnType<typeof readWorkflow>>>();
  for (const { workspaceId, projectId } of tickets) {
    if (!workflows.has(projectId)) {
      workflows.set(projectId, await readWorkflow(tx, workspaceId, projectId));
    }
  }
  return workflows;
}
