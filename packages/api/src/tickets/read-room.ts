import type { Tx } from "@slacky/db";
import { states, tickets } from "@slacky/db/schema";
import { count } from "drizzle-orm";

import { stateIs } from "../projects/project-is";
import type { LiveState } from "../projects/workflow";
import { inLane, type Lane } from "./lanes";
import type { Room } from "./wip-rule";

/**
 * How full a lane is. One with a limit is locked first, so that what is counted stays so: whoever enters
 * several lanes asks by ascending project and key. The limit itself is held still by the project's lock.
 */
export async function readRoom(tx: Tx, lane: Lane, workflow: LiveState[]): Promise<Room> {
  const { key: state, name, wipLimit: limit } = workflow.find((one) => one.key === lane.state)!; // Asked for a live state.
  if (limit === null) return { state, name, limit, present: 0 };
  await tx
    .select({ key: states.key })
    .from(states)
    .where(stateIs(lane.workspaceId, lane.projectId, state))
    .for("no key update");
  const [inside] = await tx.select({ present: count() }).from(tickets).where(inLane(lane));
  return { state, name, limit, present: inside?.present ?? 0 };
}
