import type { Tx } from "@slacky/db";
import { transitions } from "@slacky/db/schema";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { findState } from "./edit-rules";
import type { TransitionInput } from "./input";
import { lockWorkflow } from "./lock-workflow";
import { readProject } from "./read-project";

/** Allows one move more. One that is allowed already stays so. */
export async function addTransition(
  tx: Tx,
  actor: Actor,
  { projectId, from, to }: TransitionInput,
) {
  const { workspaceId } = actor;
  const { states } = await lockWorkflow(tx, workspaceId, projectId);
  for (const key of [from, to]) findState(states, key);

  const added = await tx
    .insert(transitions)
    .values({ workspaceId, projectId, fromKey: from, toKey: to })
    .onConflictDoNothing()
    .returning({ fromKey: transitions.fromKey });
  if (added.length > 0) {
    await publish(tx, actor, {
      type: "project.transition_added",
      subject: { kind: "project", id: projectId },
      changes: { transition: [null, { from, to }] },
    });
  }
  return readProject(tx, workspaceId, projectId);
}
