import type { Tx } from "@slacky/db";
import { projects, states, ticketCounters, transitions } from "@slacky/db/schema";
import { uuidv7 } from "uuidv7";

import type { Actor } from "../trpc/gate";
import type { Project } from "./read-projects";
import type { Workflow } from "./workflow";

type NewProject = { key: string; name: string; workflow: Workflow; lastNumber?: number };

/** The rows of a project: itself, its workflow and its counter. Null when the key is taken. */
export async function insertProject(
  tx: Tx,
  actor: Actor,
  { key, name, workflow, lastNumber = 0 }: NewProject,
): Promise<Project | null> {
  const { workspaceId } = actor;
  const projectId = uuidv7();
  const [row] = await tx
    .insert(projects)
    .values({ workspaceId, id: projectId, key, name, createdById: actor.userId })
    .onConflictDoNothing({ target: [projects.workspaceId, projects.key] })
    .returning({ createdAt: projects.createdAt });
  if (!row) return null;

  await tx
    .insert(states)
    .values(
      workflow.states.map((state, position) => ({ workspaceId, projectId, position, ...state })),
    );
  if (workflow.transitions.length > 0) {
    await tx.insert(transitions).values(
      workflow.transitions.map(({ from, to }) => ({
        workspaceId,
        projectId,
        fromKey: from,
        toKey: to,
      })),
    );
  }
  await tx.insert(ticketCounters).values({ workspaceId, projectId, lastNumber });
  return {
    id: projectId,
    key,
    name,
    createdAt: row.createdAt,
    archivedAt: null,
    states: workflow.states.map((state) => ({ ...state, wipLimit: null })),
    transitions: workflow.transitions,
  };
}
