import { appRoleOf, connect } from "@slacky/db";

import { keepAuditing } from "./keep-auditing";
import { keepWorking } from "./keep-working";
import type { WorkerLog } from "./log";

export type Worker = {
  /** Finishes what is at hand, then lets go of the database. */
  stop(): Promise<void>;
};

/**
 * Does what is done in the background: any number of processes may, on one database, at once. It has
 * a pool of its own, so that it never waits for a request nor a request for it.
 */
export function startWorker(
  databaseUrl: string,
  log: WorkerLog,
  role = appRoleOf(databaseUrl),
): Worker {
  const db = connect(databaseUrl, { role, max: 2, applicationName: "slacky-worker" });
  const stopping = new AbortController();
  const { signal } = stopping;
  const done = Promise.all([
    keepAuditing(db, log, signal),
    keepWorking({ db, databaseUrl, role }, log, signal),
  ]);
  return {
    async stop() {
      stopping.abort();
      await done;
      await db.$client.end({ timeout: 3 });
    },
  };
}
