import type { IncomingMessage } from "node:http";
import type { HeaderReader } from "@slacky/api/edge";

/** Node's headers, read as the web's are. A name that came twice is as Node joined it. */
export function nodeHeaders(request: IncomingMessage): HeaderReader {
  return {
    get(name) {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
  };
}
