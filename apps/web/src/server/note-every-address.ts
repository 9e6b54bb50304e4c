import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { noteSocketAddress } from "@slacky/api/limits";

/** Notes the address on every request of every HTTP server in this process, before it is handled. */
export function noteEveryAddress(): void {
  subscribe("http.server.request.start", (message) => {
    noteSocketAddress((message as { request: IncomingMessage }).request);
  });
}
