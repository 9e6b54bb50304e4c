import type { Db, Tx } from "@slacky/db";
import { sessions } from "@slacky/db/schema";
import type { SessionKind } from "@slacky/db/vocabulary";
import { uuidv7 } from "uuidv7";

import type { OpenedSession } from "./token";

const lifetimeSeconds = {
  bearer: 60 * 60,
  browser: 30 * 24 * 60 * 60,
} as const satisfies Record<SessionKind, number>;

/** The row that a token will name, and that every call is checked against. */
export async function openSession(
  db: Db | Tx,
  userId: string,
  kind: SessionKind,
): Promise<OpenedSession> {
  const sessionId = uuidv7();
  // Whole seconds, as in the token: the row and the token end together.
  const seconds = Math.floor(Date.now() / 1000) + lifetimeSeconds[kind];
  const expiresAt = new Date(seconds * 1000);
  await db
    .insert(sessions)
    .values({ id: sessionId, userId, kind, expiresAt: expiresAt.toISOString() });
  return { userId, sessionId, expiresAt };
}
