import type { Tx } from "@slacky/db";
import { invites, memberships, users } from "@slacky/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";

import { publish } from "../events/publish";
import { mayGrant } from "../members/may-grant";
import { conflict, DomainError } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import type { CreateInviteInput } from "./input";
import { hashInviteToken, newInviteToken } from "./token";

/** A link that makes the holder of this address a member, once, within a week. It is answered here and never again. */
export async function createInvite(
  tx: Tx,
  actor: Actor,
  appUrl: string,
  { email, role }: CreateInviteInput,
) {
  if (!mayGrant(actor.role, role)) {
    throw new DomainError("forbidden", "Your role does not allow you to grant this role", {
      code: "role_too_low",
    });
  }
  const { workspaceId } = actor;
  const [member] = await tx
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(users.email, email),
        isNull(memberships.endedAt),
      ),
    );
  if (member) throw conflict("already_member", `${member.name} is a member already`);
  const token = newInviteToken();
  const inviteId = uuidv7();
  const [invite] = await tx
    .insert(invites)
    .values({
      ...{ workspaceId, id: inviteId, email, role, createdById: actor.userId },
      tokenHash: hashInviteToken(token),
      expiresAt: sql`clock_timestamp() + interval '7 days'`,
    })
    .returning({ expiresAt: invites.expiresAt });
  await publish(tx, actor, {
    type: "invite.created",
    subject: { kind: "invite", id: inviteId },
    changes: { email: [null, email], role: [null, role] },
  });
  return { inviteId, url: `${appUrl}/invite/${token}`, expiresAt: invite!.expiresAt };
}
