import type { Tx } from "@slacky/db";
import { states, transitions } from "@slacky/db/schema";
import { stateCategories } from "@slacky/db/vocabulary";
import { and, eq } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertNameFree, assertRoomForState } from "./edit-rules";
import type { AddStateInput } from "./input";
import { lockWorkflow } from "./lock-workflow";
import { mayFollow } from "./may-follow";
import { readProject } from "./read-project";
import { freeKey, slugOf } from "./state-key";
import { categoryColor, type LiveState } from "./workflow";
import { writeStateOrder } from "./write-state-order";

/** A state after the others of its category, with the transitions that the lifecycle suggests. */
export async function addState(tx: Tx, actor: Actor, input: AddStateInput) {
  const { workspaceId } = actor;
  const { projectId, name, category, color = categoryColor[category], wipLimit = null } = input;
  const { states: before } = await lockWorkflow(tx, workspaceId, projectId);
  assertRoomForState(before);
  assertNameFree(before, name);

  const key = freeKey(slugOf(name), await keysEver(tx, workspaceId, projectId));
  const state: LiveState = { key, name, category, color, wipLimit };
  const place = before.findLastIndex((one) => rankOf(one.category) <= rankOf(category)) + 1;
  await tx.insert(states).values({ workspaceId, projectId, position: place, ...state });
  const order = before.map((one) => one.key).toSpliced(place, 0, key);
  await writeStateOrder(tx, { workspaceId, projectId }, order);
  const moves = before.flatMap((other) => [
    ...(mayFollow(category, other.category) ? [{ fromKey: key, toKey: other.key }] : []),
    ...(mayFollow(other.category, category) ? [{ fromKey: other.key, toKey: key }] : []),
  ]);
  if (moves.length > 0) {
    await tx.insert(transitions).values(moves.map((move) => ({ workspaceId, projectId, ...move })));
  }
  await publish(tx, actor, {
    type: "project.state_added",
    subject: { kind: "project", id: projectId },
    changes: { state: [null, state] },
  });
  return readProject(tx, workspaceId, projectId);
}

/** Those of deleted states too: history names them. */
async function keysEver(tx: Tx, workspaceId: string, projectId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ key: states.key })
    .from(states)
    .where(and(eq(states.workspaceId, workspaceId), eq(states.projectId, projectId)));
  return new Set(rows.map((row) => row.key));
}

const rankOf = (category: LiveState["category"]) => stateCategories.indexOf(category);
