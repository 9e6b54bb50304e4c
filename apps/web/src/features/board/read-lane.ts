import type { AppRouter, RouterOutputs } from "@slacky/api";
import { limits } from "@slacky/api/rules";
import type { TRPCClient } from "@trpc/client";

import type { Card, Lane } from "./board-state";

type Where = { workspaceId: string; projectId: string };
type Client = Pick<TRPCClient<AppRouter>, "tickets">;

/** The page of a lane that begins at a cursor. */
export async function readPage(
  client: Client,
  where: Where,
  { state, cursor, limit }: { state: string; cursor: string; limit: number },
  options: { signal?: AbortSignal } = {},
): Promise<Pick<Lane, "items" | "nextCursor">> {
  const query = { ...where, state, sort: "rank", cursor, limit } as const;
  const { items, nextCursor } = await client.tickets.list.query(query, options);
  return { items: items.map(toCard), nextCursor };
}

/** Reads on until a lane has as many cards as `depth`, or no more. */
export async function readLane(
  client: Client,
  where: Where,
  lane: Lane,
  { depth, signal }: { depth: number; signal: AbortSignal },
): Promise<Lane> {
  const items = [...lane.items];
  let { nextCursor: cursor } = lane;
  while (cursor && items.length < depth) {
    const limit = Math.min(limits.page, depth - items.length);
    const page = await readPage(client, where, { state: lane.state, cursor, limit }, { signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { ...lane, items, nextCursor: cursor };
}

/** What a board shows of a ticket. */
export function toCard({ description: _, ...card }: RouterOutputs["tickets"]["move"]): Card {
  return card;
}
