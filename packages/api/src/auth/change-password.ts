import { hashPassword, revokeOtherSessions } from "@slacky/auth";
import { passwords } from "@slacky/db/schema";
import { and, eq, sql } from "drizzle-orm";

import { conflict } from "../shared/domain-error";
import type { Context } from "../trpc/context";
import { withUser } from "../trpc/gate";
import { confirmPassword } from "./confirm-password";
import type { ChangePasswordInput } from "./input";

/** A new password; every other session of the person ends, this one stays. */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<void> {
  const before = await confirmPassword(ctx, "currentPassword", input.currentPassword);
  const hash = await hashPassword(input.newPassword);
  await withUser(ctx, "write", async (tx, user) => {
    // Only over the password that was confirmed: of two changes at once, one is told.
    const changed = await tx
      .update(passwords)
      .set({ hash, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(passwords.userId, user.id), eq(passwords.hash, before)))
      .returning({ userId: passwords.userId });
    if (changed.length === 0) {
      throw conflict("password_changed", "The password has just been changed elsewhere");
    }
    await revokeOtherSessions(tx, user.id, user.sessionId);
  });
}
