import type { Tx } from "@slacky/db";

import type { Actor } from "../trpc/gate";
import { assertOwnerRemains } from "./change-rules";
import { endMembership } from "./end-membership";
import { lockChange } from "./lock-change";

export async function leaveWorkspace(tx: Tx, actor: Actor): Promise<void> {
  const { own, owners } = await lockChange(tx, actor, actor.userId, "member.leave");
  assertOwnerRemains(owners, own);
  await endMembership(tx, actor, actor.userId, "member.left");
}
