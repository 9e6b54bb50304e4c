import { once } from "node:events";
import type { IncomingMessage } from "node:http";

import type { Exchange } from "./exchange";

const DRAIN_MS = 5000;

/**
 * Writes an answer whole. Where the request's body was not read to its end, the connection stays
 * open for a while and the rest is thrown away: a client that is still sending would otherwise see
 * a reset and never the answer.
 */
export async function sendResponse({ req, res }: Exchange, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (res.destroyed) return;
  for (const [name, value] of response.headers) res.setHeader(name, value);
  res.writeHead(response.status, { "content-length": body.byteLength }).write(body);
  if (!req.complete) await drain(req);
  res.end();
}

async function drain(req: IncomingMessage): Promise<void> {
  const late = AbortSignal.timeout(DRAIN_MS);
  await once(req.resume(), "end", { signal: late }).catch(() => req.destroy());
}
