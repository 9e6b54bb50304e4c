import type { Tx } from "@slacky/db";

import type { LiveState } from "../projects/workflow";
import type { Lane } from "./lanes";
import { readRoom } from "./read-room";
import { assertRoom } from "./wip-rule";

/** Throws `wip_limit` unless so many tickets more fit into the lane; a lane with a limit is then held. */
export async function enterLane(
  tx: Tx,
  lane: Lane,
  workflow: LiveState[],
  entering = 1,
): Promise<void> {
  assertRoom(await readRoom(tx, lane, workflow), entering);
}
