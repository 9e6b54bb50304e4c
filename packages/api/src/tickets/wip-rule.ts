import { conflict } from "../shared/domain-error";

/** A lane as its limit sees it; null is no limit. */
export type Room = { state: string; name: string; limit: number | null; present: number };

/** How many tickets more fit. A lane may hold more than a limit that came later. */
export function roomLeft({ limit, present }: Room): number {
  return limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - present);
}

/** Throws `wip_limit` unless so many tickets more fit into the lane. */
export function assertRoom(room: Room, entering: number): void {
  if (entering <= roomLeft(room)) return;
  throw conflict("wip_limit", wipRefusal(room), { limit: room.limit, state: room.state });
}

export function wipRefusal({ name, limit }: Room): string {
  return `${name} takes no more than ${limit} ticket${limit === 1 ? "" : "s"} at a time`;
}
