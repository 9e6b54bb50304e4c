import { requestIdOf } from "@slacky/api/edge";
import { runtime } from "@slacky/api/runtime";

import { transportHeaders } from "../security-headers";
import { log } from "./log";

/**
 * Finishes the answer of a route that Next serves: says which door it was and which request, and
 * turns what was thrown into words. The other headers come from next.config.ts.
 */
export async function asRoute(
  request: Request,
  answer: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const given = await answer(requestId).catch((error: unknown) => {
    log.error({ requestId, err: error }, "A route failed");
    return Response.json(
      { error: { message: "Something went wrong on our side" } },
      { status: 500 },
    );
  });
  const headers = new Headers(given.headers);
  const { APP_URL } = runtime().env;
  const added = {
    "x-request-id": requestId,
    "x-slacky-door": "next",
    ...transportHeaders(APP_URL),
  };
  for (const [name, value] of Object.entries(added)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
  return new Response(given.body, { status: given.status, statusText: given.statusText, headers });
}
