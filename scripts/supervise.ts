import { join } from "node:path";
import { keptSecret } from "@slacky/db/embedded";
import type { Ground } from "./bootstrap.mjs";
import { type Claim, Claimed, claim } from "./claim.mjs";
import { dataFolder } from "./data-folder";
import { type Database, keepDatabase } from "./keep-database";
import { keepServing } from "./keep-serving";
import { toolEnv } from "./pnpm.mjs";
import { ensurePortIsFree } from "./port-in-use";
import { Refusal, Stopped } from "./refusal.mjs";
import { say } from "./say.mjs";
import { type Server, startServer } from "./server";
import type { Settings } from "./settings.mjs";
import { stopping } from "./stopping.mjs";

interface Task {
  prepare: () => Promise<void>;
  /** What Node runs, from the root of the clone. */
  args: string[];
  nodeEnv: "production" | "development";
}

/** Runs the database and the server of one data folder until we are told to stop, then stops both in order. */
export async function supervise(
  { root, settings }: Ground,
  { prepare, args, nodeEnv }: Task,
): Promise<void> {
  const dataDir = await openDataFolder(root, settings);
  const held = await claimDataFolder(dataDir, settings);
  let database: Database | undefined;
  let server: Server | undefined;
  let serving: Promise<void> | undefined;
  const over = new AbortController();
  stopping.addEventListener("abort", () => {
    say("Stopping");
    held.note({ ending: true });
  });
  try {
    await ensurePortIsFree(settings);
    if (!settings.databaseUrl) database = await keepDatabase(dataDir, () => server?.stop());
    await prepare();
    const secret = settings.env.AUTH_SECRET ?? (await keptSecret(join(dataDir, "auth-secret")));
    if (stopping.aborted) throw new Stopped();

    const start = (): Server => {
      const env = {
        ...toolEnv(settings.env),
        NODE_ENV: nodeEnv,
        DATABASE_URL: database?.url() ?? settings.databaseUrl,
        AUTH_SECRET: secret,
        DATA_DIR: dataDir,
      };
      server = startServer({ args, cwd: root, env, output: "inherit" });
      held.started(server.pid);
      return server;
    };
    const explain = async (how: string): Promise<string> => {
      await ensurePortIsFree(settings);
      return `The server ${how} before it was ready. Its log above says why.`;
    };
    const ready = () => say(`Slacky is ready at ${settings.url}`);
    const signal = AbortSignal.any([stopping, over.signal]);
    serving = keepServing({ signal, start, ready, explain });
    await (database ? Promise.race([serving, database.failed]) : serving);
  } finally {
    held.note({ ending: true });
    over.abort();
    await serving?.catch(() => undefined);
    await database?.stop();
    held.release();
  }
}

/** With a database elsewhere nothing but small files is kept, and PostgreSQL's system user is not needed. */
async function openDataFolder(root: string, { dataDir, databaseUrl }: Settings): Promise<string> {
  return dataFolder(root, dataDir ?? (databaseUrl && join(root, ".data")));
}

/** One start at a time for a data folder; with a shared database, one for each port. */
async function claimDataFolder(
  dataDir: string,
  { url, port, databaseUrl }: Settings,
): Promise<Claim> {
  const folder = join(dataDir, databaseUrl ? `running-${port}` : "running");
  try {
    return await claim(folder, { url });
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      throw new Refusal(
        `The data folder ${dataDir} cannot be used (${error.message}). Was it made by another user? Run as that one, or choose another DATA_DIR.`,
      );
    }
    if (!(error instanceof Claimed)) throw error;
    const { pid, url: at } = error.holder;
    throw new Refusal(
      `Slacky already runs on the data folder ${dataDir}: process ${pid}, at ${at}. Stop it with Ctrl-C there, or give this one a DATA_DIR and a PORT of its own.`,
    );
  }
}
