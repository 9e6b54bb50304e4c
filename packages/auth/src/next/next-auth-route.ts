import NextAuth from "next-auth";

import { tellNextAuth } from "../env";
import { type AuthSettings, authOptions, type Fault } from "./auth-options";
import { cookies } from "./cookies";

export type AuthRoute = (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/** The handler of `/api/auth/*`, for GET and POST. */
export function nextAuthRoute(settings: AuthSettings): AuthRoute {
  tellNextAuth(settings.appUrl);
  const secure = settings.appUrl.startsWith("https:");
  const { name } = cookies(settings.secret, secure).callbackUrl;
  const forgotten = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return async (request, context) => {
    let fault: Fault | undefined;
    const options = authOptions(settings, request, (noted) => {
      fault = noted;
    });
    const response: Response = await NextAuth(request as never, context as never, options);
    if (fault === undefined) return response;
    const headers = new Headers(response.headers);
    if (fault === "outage") {
      // next-auth answers 401, as for a wrong password; the person should be told to try again.
      headers.set("retry-after", "5");
      return new Response(response.body, { status: 503, headers });
    }
    if (fault !== "bad address") {
      headers.set("retry-after", `${fault.retryAfter}`);
      return new Response(response.body, { status: 429, headers });
    }
    // It speaks of a mistake in its settings. Without the cookie, the next request is a good one.
    headers.delete("location");
    headers.append("set-cookie", forgotten);
    headers.set("content-type", "application/json");
    const body = JSON.stringify({ error: { message: "callbackUrl is not an address" } });
    return new Response(body, { status: 400, headers });
  };
}
