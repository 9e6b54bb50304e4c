import type { Tx } from "@slacky/db";
import { states } from "@slacky/db/schema";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertKeepsOpenState, assertNameFree, findState } from "./edit-rules";
import type { UpdateStateInput } from "./input";
import { lockWorkflow } from "./lock-workflow";
import { stateIs } from "./project-is";
import { readProject } from "./read-project";

/**
 * Renames, recolours or recategorises a state, or limits its work in progress. A limit below what is
 * in the lane already moves nothing out: it lets nothing more in.
 */
export async function updateState(tx: Tx, actor: Actor, input: UpdateStateInput) {
  const { workspaceId } = actor;
  const { projectId, state, patch } = input;
  const { states: all } = await lockWorkflow(tx, workspaceId, projectId);
  const before = findState(all, state);
  const others = all.filter((one) => one !== before);
  const after = { ...before, ...patch };
  assertNameFree(others, after.name);
  assertKeepsOpenState([...others, after]);

  if (JSON.stringify(after) !== JSON.stringify(before)) {
    await tx
      .update(states)
      .set(patch)
      .where(stateIs(workspaceId, projectId, state));
    await publish(tx, actor, {
      type: "project.state_updated",
      subject: { kind: "project", id: projectId },
      changes: { state: [before, after] },
    });
  }
  return readProject(tx, workspaceId, projectId);
}
