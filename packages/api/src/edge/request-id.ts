import { randomUUID } from "node:crypto";

/** What the doors have in common of Node's headers and the web's. */
export type HeaderReader = { get(name: string): string | null };

const sane = /^[\w.:-]{8,128}$/;

/** The caller's own id for the request where it is fit for a log, or a new one. */
export function requestIdOf(headers: HeaderReader): string {
  const given = headers.get("x-request-id");
  return given && sane.test(given) ? given : randomUUID();
}
