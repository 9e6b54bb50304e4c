import type { Tx } from "@slacky/db";
import { projects, states, transitions } from "@slacky/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";

import { groupBy } from "../shared/group-by";
import type { WorkflowTransition } from "./workflow";

/** Every project by name, each with its workflow, or one of them. */
export async function readProjects(tx: Tx, workspaceId: string, projectId?: string) {
  const [rows, allStates, allTransitions] = await Promise.all([
    tx
      .select({
        id: projects.id,
        key: projects.key,
        name: projects.name,
        createdAt: projects.createdAt,
        archivedAt: projects.archivedAt,
      })
      .from(projects)
      .where(
        and(
          eq(projects.workspaceId, workspaceId),
          projectId ? eq(projects.id, projectId) : undefined,
        ),
      )
      .orderBy(asc(projects.name), asc(projects.id)),
    tx
      .select()
      .from(states)
      .where(
        and(
          eq(states.workspaceId, workspaceId),
          projectId ? eq(states.projectId, projectId) : undefined,
          isNull(states.deletedAt),
        ),
      )
      .orderBy(asc(states.position), asc(states.key)),
    tx
      .select()
      .from(transitions)
      .where(
        and(
          eq(transitions.workspaceId, workspaceId),
          projectId ? eq(transitions.projectId, projectId) : undefined,
        ),
      ),
  ]);
  const statesOf = groupBy(allStates, (state) => state.projectId);
  const transitionsOf = groupBy(allTransitions, (one) => one.projectId);
  return rows.map((project) => ({
    ...project,
    states: (statesOf.get(project.id) ?? []).map(({ key, name, category, color, wipLimit }) => ({
      key,
      name,
      category,
      color,
      wipLimit,
    })),
    transitions: inOrder(statesOf.get(project.id) ?? [], transitionsOf.get(project.id) ?? []),
  }));
}

/** By the place of where they start, then of where they end. */
function inOrder(
  states: { key: string }[],
  transitions: { fromKey: string; toKey: string }[],
): WorkflowTransition[] {
  const place = new Map(states.map(({ key }, at) => [key, at]));
  const at = (key: string) => place.get(key) ?? 0;
  return transitions
    .map(({ fromKey, toKey }) => ({ from: fromKey, to: toKey }))
    .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
}

export type Project = Awaited<ReturnType<typeof readProjects>>[number];
