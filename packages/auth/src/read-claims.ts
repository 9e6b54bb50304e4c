import { cookieName } from "./cookie-name";
import { instanceId } from "./instance-id";
import type { SessionClaims } from "./session-claims";
import { verifyToken } from "./token";

type Credentials = {
  authorization: string | null | undefined;
  cookie: string | null | undefined;
};

/**
 * Who the request says it is. A bearer token wins, and then the cookie is not looked at, not even
 * when the token is no good: a program's mistake must not act as whoever sits at the browser.
 */
export async function readClaims(
  { authorization, cookie }: Credentials,
  secret: string,
  { secure = false } = {},
): Promise<SessionClaims | null> {
  const bearer = /^bearer(?: +(.*))?$/is.exec(authorization?.trim() ?? "");
  const kind = bearer ? "bearer" : "browser";
  const token = bearer
    ? bearer[1]
    : cookieValue(cookie ?? "", cookieName(instanceId(secret), { secure }));
  const verified = token ? await verifyToken(kind, token, secret) : null;
  return verified && { userId: verified.userId, sessionId: verified.sessionId, kind };
}

function cookieValue(header: string, name: string): string | undefined {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
