import type { Tx } from "@slacky/db";

import type { LiveState } from "../projects/workflow";
import { groupBy } from "../shared/group-by";
import { type BulkFailure, orFailure } from "./bulk-failures";
import { rankAtEnd } from "./lanes";
import type { LockedTicket } from "./lock-tickets";
import { rankBetween } from "./ranks";
import { readRoom } from "./read-room";
import { assertRoom } from "./wip-rule";

type Entering = { ticket: LockedTicket; to: string };

/** Ranks at the end of a lane, by ticket, in the order they had. Those that find no room are failures. */
export async function placeInLanes(
  tx: Tx,
  entering: Entering[],
  statesOf: (projectId: string) => LiveState[],
  failures: BulkFailure[],
): Promise<Map<string, string>> {
  const ranks = new Map<string, string>();
  const lanes = groupBy(entering, ({ ticket, to }) => `${ticket.projectId} ${to}`);
  for (const name of [...lanes.keys()].sort()) {
    const tickets = lanes.get(name)!.sort((a, b) => (a.ticket.rank < b.ticket.rank ? -1 : 1));
    const { ticket: first, to } = tickets[0]!; // A group has a member.
    const lane = { workspaceId: first.workspaceId, projectId: first.projectId, state: to };
    const room = await readRoom(tx, lane, statesOf(lane.projectId));
    let last = await rankAtEnd(tx, lane);
    for (const [i, { ticket }] of tickets.entries()) {
      orFailure(failures, ticket.id, () => assertRoom(room, i + 1));
      ranks.set(ticket.id, last);
      last = rankBetween(last, null);
    }
  }
  return ranks;
}
