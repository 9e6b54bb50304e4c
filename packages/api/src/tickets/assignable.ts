import type { Tx } from "@slacky/db";
import { memberships } from "@slacky/db/schema";
import { and, eq, isNull } from "drizzle-orm";

import { notFound } from "../shared/domain-error";

/**
 * Throws unless this is someone who works here now. The gate holds the membership since the start,
 * so it cannot end before the commit.
 */
export async function assertAssignable(
  tx: Tx,
  workspaceId: string,
  userId: string | null | undefined,
): Promise<void> {
  if (!userId) return;
  const [member] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.userId, userId),
        isNull(memberships.endedAt),
      ),
    );
  if (!member) throw notFound("Member");
}
