import { type Tx, transaction } from "@slacky/db";
import type { ActorKind, WorkspaceRole } from "@slacky/db/vocabulary";
import { sql } from "drizzle-orm";

import { can, type Permission, permissions, type Rule } from "../access/permissions";
import { DomainError, notFound } from "../shared/domain-error";
import type { Context } from "./context";
import { retrying } from "./retrying";

/** Who is acting, where, and with what right. */
export type Actor = {
  userId: string;
  workspaceId: string;
  role: WorkspaceRole;
  kind: ActorKind;
  requestId: string;
};

export type GateContext = Pick<Context, "db" | "session" | "requestId">;

/**
 * The only way into a workspace: one transaction that checks session, membership and role, opens
 * the wall for that workspace, and runs `work`. A stranger is answered as if it did not exist.
 * `reliesOn` are other members that the work depends on; their memberships are held with one's own.
 * `deadlineMs` is for work that is longer than its permission says.
 */
export async function withWorkspace<T>(
  ctx: GateContext,
  workspaceId: string,
  permission: Permission,
  work: (tx: Tx, actor: Actor) => Promise<T>,
  options: { reliesOn?: string[]; deadlineMs?: number } = {},
): Promise<T> {
  const { session, requestId } = ctx;
  if (!session) throw signedOut();
  const { lock, ...rule }: Rule = permissions[permission];
  const { reliesOn = [], deadlineMs = rule.deadlineMs } = options;
  return retrying(() =>
    transaction(
      ctx.db,
      lock === "none" ? "read" : "write",
      async (tx) => {
        const [entered] = await tx.execute<{ signed_in: boolean; role: WorkspaceRole | null }>(sql`
        select signed_in, role from enter_workspace(${session.userId}, ${session.sessionId},
          ${workspaceId}, ${lock}, ${`{${reliesOn.join(",")}}`}::uuid[])`);
        if (!entered?.signed_in) throw signedOut();
        if (!entered.role) throw notFound("Workspace");
        if (!can(entered.role, permission)) {
          const { least } = permissions[permission];
          throw new DomainError(
            "forbidden",
            `Your role does not allow this: it takes ${least} or above`,
            {
              code: "role_too_low",
              least,
            },
          );
        }
        return work(tx, {
          userId: session.userId,
          workspaceId,
          role: entered.role,
          kind: "user",
          requestId,
        });
      },
      deadlineMs === undefined ? {} : { deadlineMs },
    ),
  );
}

/** A transaction for someone who is signed in, outside any workspace. */
export async function withUser<T>(
  ctx: GateContext,
  mode: "read" | "write",
  work: (tx: Tx, user: { id: string; sessionId: string }) => Promise<T>,
): Promise<T> {
  const { session } = ctx;
  if (!session) throw signedOut();
  return retrying(() =>
    transaction(ctx.db, mode, async (tx) => {
      const [entered] = await tx.execute<{ live: boolean }>(sql`
        select enter_user(${session.userId}, ${session.sessionId}) as live`);
      if (!entered?.live) throw signedOut();
      return work(tx, { id: session.userId, sessionId: session.sessionId });
    }),
  );
}

export const signedOut = () => new DomainError("unauthorized", "Sign in to continue");
