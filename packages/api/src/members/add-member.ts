import type { Tx } from "@slacky/db";
import { memberships, users } from "@slacky/db/schema";
import { eq } from "drizzle-orm";

import { can } from "../access/permissions";
import { publish } from "../events/publish";
import { conflict, DomainError, notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import type { AddMemberInput } from "./input";
import type { memberFields } from "./list-members";
import { lockMemberships } from "./lock-memberships";
import { mayGrant } from "./may-grant";

/** Makes someone who has an account a member; one who had left comes back with the new role. */
export async function addMember(tx: Tx, actor: Actor, { email, role }: AddMemberInput) {
  // Shared: an account that is being closed is waited for, and has no address then.
  const [user] = await tx.select().from(users).where(eq(users.email, email)).for("share");
  if (!user) throw notFound("An account with this e-mail address was");

  const locked = await lockMemberships(tx, actor.workspaceId, [actor.userId, user.id]);
  const own = locked.find((one) => one.userId === actor.userId && !one.endedAt);
  if (!own || !can(own.role, "member.add") || !mayGrant(own.role, role)) {
    throw new DomainError("forbidden", "Your role does not allow you to grant this role", {
      code: "role_too_low",
    });
  }
  const before = locked.find((one) => one.userId === user.id);
  if (before && !before.endedAt)
    throw conflict("already_member", `${user.name} is a member already`);

  await tx
    .insert(memberships)
    .values({ workspaceId: actor.workspaceId, userId: user.id, role })
    .onConflictDoUpdate({
      target: [memberships.workspaceId, memberships.userId],
      set: { role, endedAt: null },
    });
  await publish(tx, actor, {
    type: "member.added",
    subject: { kind: "member", id: user.id },
    changes: { role: [null, role] },
  });
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    role,
    endedAt: null,
  } satisfies Record<keyof typeof memberFields, unknown>;
}
