import type { Tx } from "@slacky/db";

import type { Actor } from "../trpc/gate";
import { assertMayChange, assertOwnerRemains } from "./change-rules";
import { endMembership } from "./end-membership";
import { lockChange } from "./lock-change";

export async function removeMember(
  tx: Tx,
  actor: Actor,
  { userId }: { userId: string },
): Promise<void> {
  const { own, target, owners } = await lockChange(tx, actor, userId, "member.remove");
  assertMayChange(own, target);
  assertOwnerRemains(owners, target);
  await endMembership(tx, actor, userId, "member.removed");
}
