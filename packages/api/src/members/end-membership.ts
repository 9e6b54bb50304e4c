import type { Tx } from "@slacky/db";
import { invites, memberships, users } from "@slacky/db/schema";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";

/**
 * A membership is never deleted, it ends: history keeps its names. Open invites to the person end
 * with it, or an older one would lead back in.
 */
export async function endMembership(
  tx: Tx,
  actor: Actor,
  userId: string,
  type: "member.removed" | "member.left",
) {
  const [ended] = await tx
    .update(memberships)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(and(eq(memberships.workspaceId, actor.workspaceId), eq(memberships.userId, userId)))
    .returning({ endedAt: memberships.endedAt });
  const addressOf = tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  await tx
    .update(invites)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(invites.workspaceId, actor.workspaceId),
        inArray(invites.email, addressOf),
        isNull(invites.acceptedAt),
        isNull(invites.revokedAt),
      ),
    );
  await publish(tx, actor, {
    type,
    subject: { kind: "member", id: userId },
    changes: { endedAt: [null, ended?.endedAt] },
  });
}
