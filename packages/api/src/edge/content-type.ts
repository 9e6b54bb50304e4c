import type { HeaderReader } from "./request-id";

/** The media type alone, in lower case, without its parameters. */
export function contentType(headers: HeaderReader): string {
  return (headers.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase(); // One part at least.
}
