import { spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { EmbeddedError } from "./embedded-error";
import type { SystemUser } from "./system-user";

interface Cluster {
  /** The folder that holds the cluster, private to its system user. */
  home: string;
  initdb: string;
  user: SystemUser;
  password: string;
  sync: boolean;
}

/** Makes `home`/cluster. It appears whole or not at all, so that a start killed half-way can be repeated. */
export async function initialiseCluster({
  home,
  initdb,
  user,
  password,
  sync,
}: Cluster): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith("new-")) await rm(join(home, name), { recursive: true });
  }
  const draft = join(home, `new-${process.pid}`);
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = join(draft, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(draft, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const child = spawn(
    initdb,
    [
      `--pgdata=${join(draft, "cluster")}`,
      `--pwfile=${passwordFile}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      ...(sync ? [] : ["--no-sync"]),
    ],
    // A group of its own: Ctrl-C must not end it before Node can tidy up.
    { ...user, cwd: "/", detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  if (code !== 0) {
    throw new EmbeddedError(
      `PostgreSQL could not make its cluster in ${home}. It said:\n${errors.trim()}`,
    );
  }
  await rename(join(draft, "cluster"), join(home, "cluster"));
  await rm(draft, { recursive: true });
}
