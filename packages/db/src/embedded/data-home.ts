import { chown, mkdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { barredFolder } from "./barred-folder";
import { EmbeddedError } from "./embedded-error";
import { keptSecret } from "./kept-secret";
import { type SystemUser, systemUser } from "./system-user";

export interface DataHome {
  /** The folder that belongs to PostgreSQL's system user. */
  home: string;
  cluster: string;
  password: string;
  portFile: string;
  user: SystemUser;
}

/** Makes the folders and the superuser's password, or finds them as they were left. */
export async function openDataHome(dataDir: string): Promise<DataHome> {
  try {
    // Root's folder lets PostgreSQL's user pass through, and no more; what is secret in it has mode 600.
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    // The folder's true name is what the server's command line will show.
    const real = await realpath(dataDir);
    const home = join(real, "postgres");
    const cluster = join(home, "cluster");
    const user = await systemUser(cluster);
    const barred = await barredFolder(real, user);
    if (barred) {
      throw new EmbeddedError(
        `The data folder ${real} cannot hold the database: PostgreSQL runs as its own system user here, which may not pass through ${barred}. Choose another DATA_DIR, or run chmod o+x ${barred}`,
      );
    }
    await mkdir(home, { recursive: true, mode: 0o700 });
    if (user.uid !== undefined && user.gid !== undefined) await chown(home, user.uid, user.gid);
    const passwordFile = join(real, "postgres-password");
    if ((await exists(cluster)) && !(await exists(passwordFile))) {
      throw new EmbeddedError(
        `The database in ${home} cannot be opened: ${passwordFile} is gone. Bring it back from where the folder was copied from.`,
      );
    }
    const password = await keptSecret(passwordFile);
    return { home, cluster, password, portFile: join(real, "postgres-port"), user };
  } catch (cause) {
    if (cause instanceof EmbeddedError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedError(
      `The data folder ${dataDir} cannot be used (${why}). Make it writable for this user, or choose another DATA_DIR.`,
      { cause },
    );
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
