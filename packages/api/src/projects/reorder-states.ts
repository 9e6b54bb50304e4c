import type { Tx } from "@slacky/db";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertOrdersAll } from "./edit-rules";
import type { ReorderStatesInput } from "./input";
import { lockWorkflow } from "./lock-workflow";
import { readProject } from "./read-project";
import { writeStateOrder } from "./write-state-order";

/** Puts the states in another order. All of them are named, so that none is added or lost by it. */
export async function reorderStates(tx: Tx, actor: Actor, input: ReorderStatesInput) {
  const { workspaceId } = actor;
  const { projectId, states: keys } = input;
  const { states } = await lockWorkflow(tx, workspaceId, projectId);
  assertOrdersAll(states, keys);

  const before = states.map((state) => state.key);
  if (JSON.stringify(before) !== JSON.stringify(keys)) {
    await writeStateOrder(tx, { workspaceId, projectId }, keys);
    await publish(tx, actor, {
      type: "project.states_reordered",
      subject: { kind: "project", id: projectId },
      changes: { states: [before, keys] },
    });
  }
  return readProject(tx, workspaceId, projectId);
}
