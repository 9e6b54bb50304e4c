import type { IncomingMessage, ServerResponse } from "node:http";
import { type Refusal, requestIdOf } from "@slacky/api/edge";
import { noteSocketAddress } from "@slacky/api/limits";
import { runtime } from "@slacky/api/runtime";

import { baseHeaders, closedPolicy, transportHeaders } from "../security-headers";
import { answerImport } from "./answer-import";
import { answerTrpc, TRPC_PREFIX } from "./answer-trpc";
import { dropInternalHeaders } from "./drop-internal-headers";
import type { Exchange } from "./exchange";
import { isReady } from "./health";
import { log } from "./log";
import { logRequest } from "./log-request";
import { metrics } from "./metrics";
import { nodeHeaders } from "./node-headers";
import { refuseResponse } from "./refuse-response";
import { sendResponse } from "./send-response";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Everything that reaches the server: the API and the probes are answered here, the rest by Next. */
export function handleRequest(next: Handler, stopping: () => boolean): Handler {
  const { env, db } = runtime();
  const headersOfAll = {
    ...baseHeaders,
    ...transportHeaders(env.APP_URL),
    // Pages replace it with one of their own.
    "content-security-policy": closedPolicy,
  };

  return async (req, res) => {
    dropInternalHeaders(req.headers);
    noteSocketAddress(req);
    const headers = nodeHeaders(req);
    const requestId = requestIdOf(headers);
    // Next's own answers are to carry the same one.
    req.headers["x-request-id"] = requestId;
    for (const [name, value] of Object.entries(headersOfAll)) res.setHeader(name, value);
    res.setHeader("x-request-id", requestId);

    const url = urlOf(req);
    const exchange: Exchange = {
      req,
      res,
      url: url ?? new URL("http://localhost/"),
      headers,
      requestId,
    };
    logRequest(exchange);
    try {
      if (!url) await refuse(exchange, { status: 400, message: "The address is not well-formed" });
      else await route(exchange);
    } catch (error) {
      if (res.destroyed || req.destroyed) return;
      log.error({ requestId, err: error }, "A request failed");
      if (res.headersSent) res.destroy();
      else await refuse(exchange, { status: 500, message: "Something went wrong on our side" });
    }
  };

  async function route(exchange: Exchange): Promise<void> {
    const { req, res, url, headers, requestId } = exchange;
    const { pathname, searchParams: query } = url;
    if (pathname.startsWith(TRPC_PREFIX)) {
      ours(res);
      return answerTrpc(exchange);
    }
    if (pathname === "/api/imports") {
      ours(res);
      const gone = new AbortController();
      res.once("close", () => gone.abort());
      const upload = { method: req.method ?? "", query, headers, body: req, signal: gone.signal };
      return sendResponse(exchange, await answerImport(upload, requestId));
    }
    if (pathname === "/metrics") return answerMetrics(exchange);
    if (pathname === "/livez") return probe(exchange, true);
    if (pathname === "/readyz") return probe(exchange, !stopping() && (await isReady(db)));
    return next(req, res);
  }
}

function urlOf({ url = "" }: IncomingMessage): URL | null {
  // Neither an absolute address nor one without a scheme: those name another host.
  if (!url.startsWith("/") || url.startsWith("//")) return null;
  try {
    const parsed = new URL(url, "http://localhost");
    decodeURIComponent(parsed.pathname);
    return parsed;
  } catch {
    return null;
  }
}

/** Says which door answered. */
function ours(res: ServerResponse): void {
  res.setHeader("x-slacky-door", "node");
}

function refuse(exchange: Exchange, refusal: Refusal): Promise<void> {
  ours(exchange.res);
  return sendResponse(exchange, refuseResponse(refusal));
}

/** For the machine itself only: a proxy in front of us forwards, and says so. */
async function answerMetrics(exchange: Exchange): Promise<void> {
  const { req, headers } = exchange;
  if (!isLoopback(req.socket.remoteAddress) || headers.get("x-forwarded-for") !== null) {
    return refuse(exchange, { status: 404, message: "There is nothing here" });
  }
  ours(exchange.res);
  return sendResponse(exchange, await metrics());
}

const isLoopback = (address = "") => /^(127\.|::1$|::ffff:127\.)/.test(address);

function probe(exchange: Exchange, ok: boolean): Promise<void> {
  ours(exchange.res);
  const init = { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } };
  return sendResponse(exchange, Response.json({ ok }, init));
}
