import type { Tx } from "@slacky/db";
import { tickets } from "@slacky/db/schema";
import { and, asc, desc, eq, gt, isNull, lt, ne } from "drizzle-orm";

import { conflict, notFound } from "../shared/domain-error";
import { rankBetween } from "./ranks";

export type Lane = { workspaceId: string; projectId: string; state: string };

export const inLane = ({ workspaceId, projectId, state }: Lane) =>
  and(
    eq(tickets.workspaceId, workspaceId),
    eq(tickets.projectId, projectId),
    eq(tickets.state, state),
    isNull(tickets.deletedAt),
  );

/** A rank after every other card of the lane. Takes no lock: ranks are random within their gap. */
export async function rankAtEnd(tx: Tx, lane: Lane): Promise<string> {
  const [last] = await tx
    .select({ rank: tickets.rank })
    .from(tickets)
    .where(inLane(lane))
    .orderBy(desc(tickets.rank))
    .limit(1);
  return rankBetween(last?.rank ?? null, null);
}

/** A rank right after or right before another card, the ticket itself not counting as a neighbour. */
export async function rankBeside(
  tx: Tx,
  lane: Lane,
  ticketId: string,
  place: { afterId: string } | { beforeId: string },
): Promise<string> {
  const after = "afterId" in place;
  const anchor = await rankOf(tx, lane, after ? place.afterId : place.beforeId);
  const beyond = after ? gt(tickets.rank, anchor) : lt(tickets.rank, anchor);
  const [next] = await tx
    .select({ rank: tickets.rank })
    .from(tickets)
    .where(and(inLane(lane), beyond, ne(tickets.id, ticketId)))
    .orderBy(after ? asc(tickets.rank) : desc(tickets.rank))
    .limit(1);
  return after ? rankBetween(anchor, next?.rank ?? null) : rankBetween(next?.rank ?? null, anchor);
}

async function rankOf(tx: Tx, lane: Lane, anchorId: string): Promise<string> {
  const [anchor] = await tx
    .select({ rank: tickets.rank, state: tickets.state, projectId: tickets.projectId })
    .from(tickets)
    .where(
      and(
        eq(tickets.workspaceId, lane.workspaceId),
        eq(tickets.id, anchorId),
        isNull(tickets.deletedAt),
      ),
    );
  if (!anchor) throw notFound("Neighbouring ticket");
  if (anchor.state !== lane.state || anchor.projectId !== lane.projectId) {
    throw conflict("neighbour_moved", "The ticket to be placed next to is in another column now");
  }
  return anchor.rank;
}
