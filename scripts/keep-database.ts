import { setTimeout as pause } from "node:timers/promises";
import { prepareEmbeddedDatabase, startEmbedded } from "@slacky/db/embedded";
import { Refusal } from "./refusal.mjs";
import { restartBudget } from "./restart-budget";
import { say } from "./say.mjs";

export interface Database {
  /** The owner's URL; it changes when a restart had to take another port. */
  url(): string;
  /** Rejects when the database cannot be kept running. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL and starts it again when it dies. */
export async function keepDatabase(dataDir: string, moved: () => void): Promise<Database> {
  const start = async () => {
    const server = await startEmbedded({ dataDir, log: say });
    try {
      return { server, url: await prepareEmbeddedDatabase(server.adminUrl, "slacky") };
    } catch (error) {
      // It runs detached: nobody else would stop it.
      await server.stop();
      throw error;
    }
  };
  let current = await start();
  say(
    current.server.adopted
      ? "PostgreSQL was still running and is used again"
      : "PostgreSQL is running",
  );

  const over = new AbortController();
  const mayRestart = restartBudget();
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await pause(500, undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted || current.server.alive()) continue;
      if (!mayRestart())
        throw new Refusal("PostgreSQL ended again and again: it is not started any more.");
      say("PostgreSQL ended by itself; starting it again");
      const before = current.url;
      current = await start();
      if (current.url !== before) moved();
    }
  };
  const watching = watch();
  return {
    url: () => current.url,
    failed: watching.then(() => new Promise<never>(() => {})),
    stop: async () => {
      over.abort();
      await watching.catch(() => undefined);
      await current.server.stop();
    },
  };
}
