import { type Db, transaction } from "@slacky/db";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

import { revokeSession } from "../revoke-sessions";
import { signBrowser, verifyToken } from "../token";
import { authorize, type SignedIn } from "./authorize";
import { cookies } from "./cookies";

export type AuthSettings = {
  db: Db;
  secret: string;
  appUrl: string;
  /** Counts a try to sign in; null, or the seconds after which it may be made again. */
  secondsToWait: (request: Request, email: unknown) => Promise<number | null>;
  /** Told the name of what failed, never a cookie or a body. */
  log: (level: "warn" | "error", event: string, error?: unknown) => void;
};

/** What next-auth answers as something else than it is. */
export type Fault = "outage" | "bad address" | { retryAfter: number };

const signInPage = "/sign-in";

/** next-auth's share: the form post, its CSRF token and the cookie. Tokens and sessions are ours. */
export function authOptions(
  settings: AuthSettings,
  request: Request,
  note: (fault: Fault) => void,
) {
  const { db, secret, appUrl, secondsToWait, log } = settings;
  const secure = appUrl.startsWith("https:");
  return {
    secret,
    useSecureCookies: secure,
    cookies: cookies(secret, secure),
    pages: {
      signIn: signInPage,
      signOut: signInPage,
      error: signInPage,
      verifyRequest: signInPage,
    },
    session: { strategy: "jwt", maxAge: 30 * 24 * 60 * 60 },
    logger: {
      error: (code) => {
        if (code === "INVALID_CALLBACK_URL_ERROR") note("bad address");
        // A cookie that is no good is a person signed out, not a fault.
        else if (code !== "JWT_SESSION_ERROR") log("error", code);
      },
      warn: (code) => log("warn", code),
      debug: () => {},
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials) => {
          try {
            const retryAfter = await secondsToWait(request, credentials?.email);
            if (retryAfter === null) return await authorize(db, credentials);
            note({ retryAfter });
            return null;
          } catch (error) {
            log("error", "SIGN_IN_UNAVAILABLE", error);
            note("outage");
            // next-auth puts the message into an address that the browser shows.
            throw new Error("Unavailable");
          }
        },
      }),
    ],
    jwt: {
      encode: async ({ token }) => {
        const { sub, sid, exp } = token as { sub: string; sid: string; exp: number };
        const expiresAt = new Date(exp * 1000);
        return signBrowser({ userId: sub, sessionId: sid, expiresAt }, secret);
      },
      decode: async ({ token }) => {
        const claims = token ? await verifyToken("browser", token, secret) : null;
        return claims && toToken(claims);
      },
    },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownUrl(url, baseUrl),
      jwt: ({ token, user }) => (user ? toToken(user as unknown as SignedIn) : token),
      // Names and roles come from the API, which asks the database.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const { sid } = token ?? {};
        if (typeof sid !== "string") return;
        await transaction(db, "write", (tx) => revokeSession(tx, sid));
      },
    },
  } satisfies NextAuthOptions;
}

/** Where to go after signing in or out: within this site, whatever the request asked for. */
function ownUrl(asked: unknown, base: string): string {
  if (typeof asked !== "string" || !URL.canParse(asked, base)) return base;
  const url = new URL(asked, base);
  return url.origin === base ? url.href : base;
}

const toToken = (session: { userId: string; sessionId: string; expiresAt: Date }) => ({
  sub: session.userId,
  sid: session.sessionId,
  exp: Math.floor(session.expiresAt.getTime() / 1000),
});
