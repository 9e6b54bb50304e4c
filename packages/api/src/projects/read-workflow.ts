import type { Tx } from "@slacky/db";
import { states, transitions } from "@slacky/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";

import type { LiveState, WorkflowTransition } from "./workflow";

/** The live states in order, and the moves between them. */
export async function readWorkflow(
  tx: Tx,
  workspaceId: string,
  projectId: string,
): Promise<{ states: LiveState[]; transitions: WorkflowTransition[] }> {
  const [liveStates, moves] = await Promise.all([
    tx
      .select({
        key: states.key,
        name: states.name,
        category: states.category,
        color: states.color,
        wipLimit: states.wipLimit,
      })
      .from(states)
      .where(
        and(
          eq(states.workspaceId, workspaceId),
          eq(states.projectId, projectId),
          isNull(states.deletedAt),
        ),
      )
      .orderBy(asc(states.position), asc(states.key)),
    tx
      .select({ from: transitions.fromKey, to: transitions.toKey })
      .from(transitions)
      .where(and(eq(transitions.workspaceId, workspaceId), eq(transitions.projectId, projectId))),
  ]);
  return { states: liveStates, transitions: moves };
}
