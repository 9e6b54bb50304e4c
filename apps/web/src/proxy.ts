import { randomBytes } from "node:crypto";
import { readEnv } from "@slacky/api/env";
import { type NextRequest, NextResponse } from "next/server";

import { baseHeaders, pagePolicy, transportHeaders } from "./security-headers";

/** Gives each page a nonce. It decides nothing about who may see what: the procedures do. */
export function proxy(request: NextRequest): NextResponse {
  const { NODE_ENV, APP_URL } = settings();
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, { dev: NODE_ENV === "development" });

  // Next reads the nonce for its own scripts from the policy, the layout from x-nonce.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // A page that asks to sign in leads back to itself.
  headers.set("x-page", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  const answer = {
    ...baseHeaders,
    ...transportHeaders(APP_URL),
    "content-security-policy": policy,
  };
  for (const [name, value] of Object.entries(answer)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static/).*)"] };

let read: ReturnType<typeof readEnv> | undefined;
const settings = () => {
  read ??= readEnv();
  return read;
};
