import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { SystemUser } from "./system-user";

const run = promisify(execFile);

/**
 * The first folder on the way to `path`, itself included, that the user may not pass through. The
 * kernel is asked, as that user: modes alone do not tell of access lists.
 */
export async function barredFolder(path: string, user: SystemUser): Promise<string | undefined> {
  if (user.uid === undefined) return undefined;
  const way = [path];
  for (let at = path; at !== dirname(at); at = dirname(at)) way.unshift(dirname(at));
  const ask = 'for d; do if [ -e "$d" ] && ! [ -x "$d" ]; then printf %s "$d"; exit; fi; done';
  const { stdout } = await run("/bin/sh", ["-c", ask, "sh", ...way], { ...user, cwd: "/" });
  return stdout || undefined;
}
