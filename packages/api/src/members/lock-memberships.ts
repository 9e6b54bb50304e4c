import type { Tx } from "@slacky/db";
import { memberships } from "@slacky/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";

/**
 * Every membership that a change touches, one's own included, by ascending user id. The gate holds
 * the workspace row by now, so what is read here is what the rules decide on.
 */
export function lockMemberships(tx: Tx, workspaceId: string, userIds: string[]) {
  return tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.userId, userIds)))
    .orderBy(asc(memberships.userId))
    .for("update");
}
