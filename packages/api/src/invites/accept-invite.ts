import type { Tx } from "@slacky/db";
import type { WorkspaceRole } from "@slacky/db/vocabulary";
import { sql } from "drizzle-orm";

import { publish } from "../events/publish";
import { conflict, notFound } from "../shared/domain-error";
import { signedOut } from "../trpc/gate";
import { hashInviteToken } from "./token";

type Answer = {
  outcome: "signed_out" | "not_found" | "used" | "member" | "ok";
  workspaceId: string;
  role: WorkspaceRole;
};

/** Makes the caller a member, if the invite is for their address and can still be used. */
export async function acceptInvite(
  tx: Tx,
  user: { id: string; sessionId: string },
  requestId: string,
  token: string,
): Promise<{ workspaceId: string }> {
  const [answer] = await tx.execute<Answer>(sql`
    select outcome, workspace_id as "workspaceId", role
    from accept_invite(${user.id}, ${user.sessionId}, ${hashInviteToken(token)})`);
  const { outcome, workspaceId, role } = answer!; // The function answers one row, always.
  if (outcome === "signed_out") throw signedOut();
  if (outcome === "not_found") throw notFound("Invite");
  if (outcome === "used") throw conflict("invite_used", "This invite has been used already");
  if (outcome === "member") throw conflict("already_member", "You are a member already");

  const actor = { userId: user.id, workspaceId, role, kind: "user", requestId } as const;
  await publish(tx, actor, {
    type: "member.joined",
    subject: { kind: "member", id: user.id },
    changes: { role: [null, role] },
  });
  return { workspaceId };
}
