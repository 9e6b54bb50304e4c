import { type Db, transaction } from "@slacky/db";
import { passwords, users } from "@slacky/db/schema";
import type { SessionKind } from "@slacky/db/vocabulary";
import { and, eq } from "drizzle-orm";

import { normaliseEmail } from "./normalise-email";
import { openSession } from "./open-session";
import { verifyPassword } from "./password";
import type { OpenedSession } from "./token";

/**
 * A session for who knows the password. Null for a wrong one and for an unknown address alike, after
 * the same work.
 */
export async function signIn(
  db: Db,
  email: string,
  password: string,
  kind: SessionKind,
): Promise<OpenedSession | null> {
  const [found] = await transaction(db, "read", (tx) =>
    tx
      .select({ userId: users.id, hash: passwords.hash })
      .from(users)
      .innerJoin(passwords, eq(passwords.userId, users.id))
      .where(eq(users.email, normaliseEmail(email))),
  );
  const matches = await verifyPassword(found?.hash ?? null, password);
  if (!found || !matches) return null;
  return transaction(db, "write", async (tx) => {
    // A password changed while it was verified opens nothing: changing it ended every session.
    const [still] = await tx
      .select({ userId: passwords.userId })
      .from(passwords)
      .where(and(eq(passwords.userId, found.userId), eq(passwords.hash, found.hash)))
      .for("share");
    return still ? openSession(tx, found.userId, kind) : null;
  });
}
