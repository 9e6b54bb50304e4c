import type { Tx } from "@slacky/db";
import { memberships, users } from "@slacky/db/schema";
import { and, eq } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertMayChange, assertOwnerRemains } from "./change-rules";
import type { SetRoleInput } from "./input";
import { memberFields } from "./list-members";
import { lockChange } from "./lock-change";

export async function setRole(tx: Tx, actor: Actor, { userId, role }: SetRoleInput) {
  const { own, target, owners } = await lockChange(tx, actor, userId, "member.setRole");
  assertMayChange(own, target, role);
  assertOwnerRemains(owners, target, role);

  const here = and(eq(memberships.workspaceId, actor.workspaceId), eq(memberships.userId, userId));
  if (target.role !== role) {
    await tx.update(memberships).set({ role }).where(here);
    await publish(tx, actor, {
      type: "member.role_changed",
      subject: { kind: "member", id: userId },
      changes: { role: [target.role, role] },
    });
  }
  const [member] = await tx
    .select(memberFields)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(here);
  return member!; // Locked above.
}
