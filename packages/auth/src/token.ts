import type { SessionKind } from "@slacky/db/vocabulary";
import { jwtVerify, SignJWT } from "jose";

import type { SessionClaims } from "./session-claims";
import { tokenKey } from "./token-key";
import { recall, remember } from "./verified-tokens";

export type OpenedSession = { userId: string; sessionId: string; expiresAt: Date };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The token a program sends as `Authorization: Bearer`. */
export const signBearer = (session: OpenedSession, secret: string) =>
  sign("bearer", session, secret);

/** The token a browser keeps in its cookie. */
export const signBrowser = (session: OpenedSession, secret: string) =>
  sign("browser", session, secret);

function sign(kind: SessionKind, session: OpenedSession, secret: string): Promise<string> {
  return new SignJWT({ sid: session.sessionId })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(session.userId)
    .setIssuedAt()
    .setExpirationTime(session.expiresAt)
    .sign(tokenKey(secret, kind));
}

type Verified = SessionClaims & { expiresAt: Date };

/** The claims of a token of this kind; null for anything else, whatever is wrong with it. */
export async function verifyToken(
  kind: SessionKind,
  token: string,
  secret: string,
): Promise<Verified | null> {
  const key = tokenKey(secret, kind);
  const known = recall<Verified>(key, token);
  if (known) return known.expiresAt.getTime() > Date.now() ? known : null;
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["HS256"],
      requiredClaims: ["sub", "exp"],
    });
    const { sub, sid, exp } = payload;
    if (typeof sub !== "string" || typeof sid !== "string" || !uuid.test(sub) || !uuid.test(sid)) {
      return null;
    }
    const expiresAt = new Date(exp! * 1000); // Required above.
    return remember(key, token, { userId: sub, sessionId: sid, kind, expiresAt });
  } catch {
    return null;
  }
}
