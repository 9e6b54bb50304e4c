import { paths } from "./paths";

const origin = "http://app.invalid";

/** Where to go after signing in. Only a path of this app is followed, or a link could lead elsewhere. */
export function safeNext(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, origin)) {
    return paths.home();
  }
  const { origin: at, pathname, search, hash } = new URL(next, origin);
  // Tidying a path such as `/.//host` leaves two slashes, which would name a host after all.
  const isOurs = at === origin && !pathname.startsWith("//");
  return isOurs ? `${pathname}${search}${hash}` : paths.home();
}
