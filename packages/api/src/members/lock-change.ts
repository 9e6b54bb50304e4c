import type { Tx } from "@slacky/db";
import { memberships } from "@slacky/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";

import { can, type Permission } from "../access/permissions";
import { DomainError, notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import { lockMemberships } from "./lock-memberships";

/**
 * One's own membership and the one to be changed, locked and read again, with the number of owners.
 * The gate holds the workspace row, so no other change of memberships runs meanwhile.
 */
export async function lockChange(tx: Tx, actor: Actor, userId: string, permission: Permission) {
  const { workspaceId } = actor;
  const locked = await lockMemberships(tx, workspaceId, [...new Set([actor.userId, userId])]);
  const own = locked.find((one) => one.userId === actor.userId && !one.endedAt);
  if (!own) throw notFound("Workspace");
  if (!can(own.role, permission)) {
    throw new DomainError("forbidden", "Your role does not allow this", { code: "role_too_low" });
  }
  const target = locked.find((one) => one.userId === userId && !one.endedAt);
  if (!target) throw notFound("Member");
  const [owners] = await tx
    .select({ count: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.role, "owner"),
        isNull(memberships.endedAt),
      ),
    );
  return { own, target, owners: owners?.count ?? 0 };
}
