import type { Tx } from "@slacky/db";
import { states, ticketCounters } from "@slacky/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";

import { assertNotArchived } from "../projects/edit-rules";
import { lockProjectToEdit } from "../projects/lock-project-to-edit";
import { lockProjects } from "../projects/lock-projects";
import { readWorkflow } from "../projects/read-workflow";
import { conflict } from "../shared/domain-error";
import type { ImportedTicket } from "./canonical";
import { workflowOfFile } from "./workflow-of-file";

type Joining = { id: string; fresh: ImportedTicket[] };

/**
 * Holds the projects that more tickets join, given by ascending id, and reads their workflows. When a
 * workflow has to grow, all of them as its editors do; otherwise as whoever makes a ticket does, with
 * their counters. Either way nobody gives out a number meanwhile, since the file brings its own.
 */
export async function lockExistingProjects(tx: Tx, workspaceId: string, joining: Joining[]) {
  const ids = joining.map(({ id }) => id);
  const grow = growing(joining, await readAll(tx, workspaceId, ids));
  if (grow) {
    for (const id of ids) assertNotArchived(await lockProjectToEdit(tx, workspaceId, id));
  } else {
    await lockProjects(tx, workspaceId, ids);
    await lockCounters(tx, workspaceId, ids);
  }
  const held = await readAll(tx, workspaceId, ids);
  // A stronger lock on top of the one held might wait for somebody who waits for it.
  if (!grow && growing(joining, held)) throw workflowChanged();
  return held;
}

export type ExistingProject = Awaited<ReturnType<typeof readExisting>>;

const growing = (joining: Joining[], found: Map<string, ExistingProject>): boolean =>
  joining.some(({ id, fresh }) => {
    const existing = found.get(id)!; // Read from the same list.
    return workflowOfFile(fresh, existing).states.length > existing.states.length;
  });

async function readAll(tx: Tx, workspaceId: string, ids: string[]) {
  const found = new Map<string, ExistingProject>();
  for (const id of ids) found.set(id, await readExisting(tx, workspaceId, id));
  return found;
}

async function readExisting(tx: Tx, workspaceId: string, id: string) {
  const everyState = await tx
    .select({ key: states.key })
    .from(states)
    .where(and(eq(states.workspaceId, workspaceId), eq(states.projectId, id)));
  const workflow = await readWorkflow(tx, workspaceId, id);
  return { id, states: workflow.states, takenKeys: everyState.map((state) => state.key) };
}

async function lockCounters(tx: Tx, workspaceId: string, projectIds: string[]): Promise<void> {
  await tx
    .select({ projectId: ticketCounters.projectId })
    .from(ticketCounters)
    .where(
      and(
        eq(ticketCounters.workspaceId, workspaceId),
        inArray(ticketCounters.projectId, projectIds),
      ),
    )
    .orderBy(asc(ticketCounters.projectId))
    .for("update");
}

const workflowChanged = () =>
  conflict(
    "workflow_changed",
    "The states of a project in this file were changed just now. Send the file again.",
    { retryable: true },
  );
