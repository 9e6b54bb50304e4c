import type { Tx } from "@slacky/db";
import { eventCounters, events } from "@slacky/db/schema";
import { eq, sql } from "drizzle-orm";

import type { NewEvent } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { insertRows } from "./insert-rows";

/** Many events in one go, numbered without a gap. The counter is held from here to the commit. */
export async function publishAll(
  tx: Tx,
  actor: Actor,
  fresh: NewEvent[],
  signal: AbortSignal,
): Promise<void> {
  if (fresh.length === 0) return;
  const { workspaceId } = actor;
  const [counter] = await tx
    .update(eventCounters)
    .set({ lastSeq: sql`${eventCounters.lastSeq} + ${fresh.length}` })
    .where(eq(eventCounters.workspaceId, workspaceId))
    .returning({ lastSeq: eventCounters.lastSeq });
  const first = counter!.lastSeq - fresh.length + 1; // Every workspace is made with its counter.
  await insertRows(
    tx,
    events,
    fresh.map((event, index) => ({
      workspaceId,
      seq: first + index,
      type: event.type,
      actorId: actor.userId,
      actorKind: "import" as const,
      requestId: actor.requestId,
      at: sql`clock_timestamp()`,
      subject: event.subject,
      version: event.version ?? null,
      changes: event.changes,
    })),
    signal,
  );
}
