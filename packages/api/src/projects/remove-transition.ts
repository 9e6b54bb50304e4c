import type { Tx } from "@slacky/db";
import { transitions } from "@slacky/db/schema";
import { and, eq } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { findState } from "./edit-rules";
import type { TransitionInput } from "./input";
import { lockWorkflow } from "./lock-workflow";
import { transitionsOf } from "./project-is";
import { readProject } from "./read-project";

/** Allows one move less. One that is not allowed stays so. */
export async function removeTransition(tx: Tx, actor: Actor, input: TransitionInput) {
  const { workspaceId } = actor;
  const { projectId, from, to } = input;
  const { states } = await lockWorkflow(tx, workspaceId, projectId);
  for (const key of [from, to]) findState(states, key);

  const removed = await tx
    .delete(transitions)
    .where(
      and(
        transitionsOf(workspaceId, projectId),
        eq(transitions.fromKey, from),
        eq(transitions.toKey, to),
      ),
    )
    .returning({ fromKey: transitions.fromKey });
  if (removed.length > 0) {
    await publish(tx, actor, {
      type: "project.transition_removed",
      subject: { kind: "project", id: projectId },
      changes: { transition: [{ from, to }, null] },
    });
  }
  return readProject(tx, workspaceId, projectId);
}
