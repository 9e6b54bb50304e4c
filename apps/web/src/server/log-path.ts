const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const looksSecret = /^[\w-]{24,}$/;

/** A path fit for the log: without its query, and without a segment that could be a token. */
export function logPath(pathname: string): string {
  const isToken = (segment: string) => looksSecret.test(segment) && !uuid.test(segment);
  return pathname
    .split("/")
    .map((segment) => (isToken(segment) ? "…" : segment))
    .join("/");
}
