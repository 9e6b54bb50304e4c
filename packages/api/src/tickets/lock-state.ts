import type { Tx } from "@slacky/db";
import { tickets } from "@slacky/db/schema";
import { and, asc, eq } from "drizzle-orm";

import { limits } from "../shared/limits";
import type { Lane } from "./lanes";
import { lockedFields } from "./lock-tickets";

/**
 * Every ticket in a state, those in the trash too, locked by ascending id; answered in order of rank.
 * No more than one over what may be moved at once.
 */
export async function lockState(tx: Tx, { workspaceId, projectId, state }: Lane) {
  const locked = await tx
    .select(lockedFields)
    .from(tickets)
    .where(
      and(
        eq(tickets.workspaceId, workspaceId),
        eq(tickets.projectId, projectId),
        eq(tickets.state, state),
      ),
    )
    .orderBy(asc(tickets.id))
    .limit(limits.movedWithState + 1)
    .for("update");
  return locked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
}
