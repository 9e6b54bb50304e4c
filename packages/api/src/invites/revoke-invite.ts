import type { Tx } from "@slacky/db";
import { invites } from "@slacky/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";

import { publish } from "../events/publish";
import { notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";

/** Makes an open invite worth nothing. One that was used or revoked is not found any more. */
export async function revokeInvite(
  tx: Tx,
  actor: Actor,
  { inviteId }: { inviteId: string },
): Promise<void> {
  const [revoked] = await tx
    .update(invites)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(invites.workspaceId, actor.workspaceId),
        eq(invites.id, inviteId),
        isNull(invites.acceptedAt),
        isNull(invites.revokedAt),
      ),
    )
    .returning({ revokedAt: invites.revokedAt });
  if (!revoked) throw notFound("Invite");
  await publish(tx, actor, {
    type: "invite.revoked",
    subject: { kind: "invite", id: inviteId },
    changes: { revokedAt: [null, revoked.revokedAt] },
  });
}
