import { readClaims, type SessionClaims } from "@slacky/auth";
import type { Db } from "@slacky/db";

import { type HeaderReader, requestIdOf } from "../edge/request-id";
import { clientAddress } from "../limits/client-address";
import type { Limiter } from "../limits/limiter";
import { runtime } from "../runtime";

/** What every call starts from. The token says who; whether the session stands, the gate asks. */
export type Context = {
  db: Db;
  session: SessionClaims | null;
  requestId: string;
  secret: string;
  /** The address people type, without a slash at its end. */
  appUrl: string;
  /** As the caller sent it; a mutation made twice with one key is made once. */
  idempotencyKey: string | null;
  /** Where the request comes from, as the limits count it. */
  address: string;
  limiter: Limiter;
};

/** From the headers of a request, whichever door or page it came through. */
export async function createContext(
  headers: HeaderReader,
  requestId = requestIdOf(headers),
): Promise<Context> {
  const { env, db, limiter } = runtime();
  const session = await readClaims(
    { authorization: headers.get("authorization"), cookie: headers.get("cookie") },
    env.AUTH_SECRET,
    { secure: env.APP_URL.startsWith("https:") },
  );
  return {
    db,
    session,
    requestId,
    secret: env.AUTH_SECRET,
    appUrl: env.APP_URL,
    idempotencyKey: headers.get("idempotency-key"),
    address: clientAddress(headers, env.TRUSTED_PROXY_HOPS),
    limiter,
  };
}
