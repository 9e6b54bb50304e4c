import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

const slot = Symbol.for("slacky.socket-address-header");
const shared = globalThis as { [slot]?: string };

/**
 * The header in which the server tells its routes and pages from which address a request came. The
 * name is drawn when the process starts: a client cannot send what it cannot name.
 */
export function socketAddressHeader(): string {
  shared[slot] ??= `x-slacky-socket-${randomUUID()}`;
  return shared[slot];
}

/** Notes the address on a request, before anybody reads its headers. */
export function noteSocketAddress({ headers, socket }: IncomingMessage): void {
  headers[socketAddressHeader()] = socket.remoteAddress ?? "";
}
