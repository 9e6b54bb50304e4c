import type { Db, Tx } from "@slacky/db";
import { sessions } from "@slacky/db/schema";
import { and, eq, isNull, ne, sql } from "drizzle-orm";

const now = sql`clock_timestamp()`;

export async function revokeSession(db: Db | Tx, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Signs the person out everywhere: browsers and programs alike. */
export async function revokeAllSessions(db: Db | Tx, userId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}

/** All but the one that asks. */
export async function revokeOtherSessions(
  db: Db | Tx,
  userId: string,
  sessionId: string,
): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(eq(sessions.userId, userId), ne(sessions.id, sessionId), isNull(sessions.revokedAt)),
    );
}
