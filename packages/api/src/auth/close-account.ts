import { sql } from "drizzle-orm";

import { conflict } from "../shared/domain-error";
import type { Context } from "../trpc/context";
import { signedOut, withUser } from "../trpc/gate";
import { confirmPassword } from "./confirm-password";
import type { CloseAccountInput } from "./input";

type Answer = { outcome: "signed_out" | "last_owner" | "ok"; workspaceName: string | null };

/** Ends the account. What the person did stays, under the name of a deleted account. */
export async function closeAccount(ctx: Context, { password }: CloseAccountInput): Promise<void> {
  await confirmPassword(ctx, "password", password);
  await withUser(ctx, "write", async (tx, user) => {
    const [answer] = await tx.execute<Answer>(sql`
      select outcome, workspace_name as "workspaceName"
      from close_account(${user.id}, ${user.sessionId}, ${ctx.requestId})`);
    if (answer?.outcome === "signed_out") throw signedOut();
    if (answer?.outcome === "last_owner") {
      throw conflict(
        "last_owner",
        `${answer.workspaceName} would be left without an owner: make someone else one first`,
      );
    }
  });
}
