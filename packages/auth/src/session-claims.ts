import type { SessionKind } from "@slacky/db/vocabulary";

/** Who a token says is calling. Whether the session still stands is the database's to say. */
export type SessionClaims = { userId: string; sessionId: string; kind: SessionKind };
