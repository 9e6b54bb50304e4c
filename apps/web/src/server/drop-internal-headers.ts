import type { IncomingHttpHeaders } from "node:http";

const internal =
  /^(x-nonce|content-security-policy|x-matched-path|x-now-route-matches|x-middleware-.*|x-invoke-.*)$/;

/** Headers that Next and our own pages believe because only the server sets them. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (internal.test(name)) delete headers[name];
}
