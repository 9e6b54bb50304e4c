import { createContext } from "@slacky/api/context";
import { readBody, refuseCall } from "@slacky/api/edge";
import { runtime } from "@slacky/api/runtime";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

import { asRoute } from "~/server/as-route";
import { refuseResponse } from "~/server/refuse-response";
import { logTrpcError, trpcOptions } from "~/server/trpc-options";

const endpoint = "/api/trpc";

/** The API's second door, for hosts that run Next without our server in front. */
function answer(request: Request): Promise<Response> {
  return asRoute(request, async (requestId) => {
    const { method, headers } = request;
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.slice(endpoint.length + 1);
    const refusal = refuseCall(
      { method, path, query: searchParams, headers },
      runtime().env.APP_URL,
    );
    if (refusal) return refuseResponse(refusal);

    const init: RequestInit = { method, headers, signal: request.signal };
    if (method === "POST") {
      const body = await readBody(request.body?.values({ preventCancel: true }) ?? null);
      if ("refusal" in body) return refuseResponse(body.refusal);
      init.body = body.text;
    }
    return fetchRequestHandler({
      ...trpcOptions,
      endpoint,
      req: new Request(request.url, init),
      createContext: () => createContext(headers, requestId),
      onError: logTrpcError(requestId),
    });
  });
}

// Every method, so that the edge answers a wrong one and not Next.
export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
