import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { promisify } from "node:util";
import { EmbeddedError } from "./embedded-error";

const run = promisify(execFile);

/** The OS account that runs PostgreSQL; without ids it is the one that runs Node. */
export interface SystemUser {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to whoever owns the cluster already, or to
 * the OS user `postgres`, which is made when it is missing.
 */
export async function systemUser(clusterDir: string): Promise<SystemUser> {
  if (userInfo().uid !== 0) return {};
  const owner = await stat(clusterDir).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUpPostgres()) ?? (await makePostgres());
}

async function lookUpPostgres(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      run("id", ["-u", "postgres"]),
      run("id", ["-g", "postgres"]),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makePostgres(): Promise<SystemUser> {
  try {
    await run("groupadd", ["--system", "--force", "postgres"]);
    await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  } catch (cause) {
    throw new EmbeddedError(
      "PostgreSQL does not run as root, and the system user `postgres` could not be made. Start Slacky as an ordinary user, or make that user first.",
      { cause },
    );
  }
  const made = await lookUpPostgres();
  if (!made) throw new EmbeddedError("The system user `postgres` was made but cannot be found.");
  return made;
}
