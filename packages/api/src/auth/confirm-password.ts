import { verifyPassword } from "@slacky/auth";
import { passwords } from "@slacky/db/schema";
import { eq } from "drizzle-orm";

import { invalidField } from "../shared/domain-error";
import type { Context } from "../trpc/context";
import { withUser } from "../trpc/gate";

/**
 * Throws unless this is the password of who is signed in; answers its hash. Stands before the
 * transaction of the work: nothing waits for a hash inside one.
 */
export async function confirmPassword(
  ctx: Context,
  field: string,
  password: string,
): Promise<string> {
  const stored = await withUser(ctx, "read", async (tx, user) => {
    const [row] = await tx
      .select({ hash: passwords.hash })
      .from(passwords)
      .where(eq(passwords.userId, user.id));
    return row?.hash ?? null;
  });
  if (!(await verifyPassword(stored, password)) || stored === null) {
    throw invalidField(field, "This is not your password");
  }
  return stored;
}
