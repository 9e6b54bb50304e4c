import { createContext } from "@slacky/api/context";
import { readBody, refuseCall } from "@slacky/api/edge";
import { runtime } from "@slacky/api/runtime";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";

import type { Exchange } from "./exchange";
import { refuseResponse } from "./refuse-response";
import { sendResponse } from "./send-response";
import { logTrpcError, trpcOptions } from "./trpc-options";

export const TRPC_PREFIX = "/api/trpc/";

/** The API's first door: a call costs a quarter here of what it costs through Next. */
export async function answerTrpc(exchange: Exchange): Promise<void> {
  const { req, res, url, headers, requestId } = exchange;
  const method = req.method ?? "GET";
  const path = url.pathname.slice(TRPC_PREFIX.length);
  const refusal = refuseCall(
    { method, path, query: url.searchParams, headers },
    runtime().env.APP_URL,
  );
  if (refusal) return sendResponse(exchange, refuseResponse(refusal));

  if (method === "POST") {
    const body = await readBody(req.iterator({ destroyOnReturn: false }));
    if ("refusal" in body) return sendResponse(exchange, refuseResponse(body.refusal));
    // Where the adapter looks for a body that was read before it.
    Object.assign(req, { body: body.text });
  }
  await nodeHTTPRequestHandler({
    ...trpcOptions,
    req,
    res,
    path,
    createContext: () => createContext(headers, requestId),
    onError: logTrpcError(requestId),
  });
}
