import { type Db, JOB_SCHEMA, jobQueueUrl } from "@slacky/db";
import { Logger, run } from "graphile-worker";

import { forgetAnswers } from "./forget-answers";
import type { WorkerLog } from "./log";
import { pause } from "./pause";

const RESTART_MS = 5000;

/** The minute is any but the full hour, when everybody's jobs run. */
const crontab = "17 * * * * forget-answers";

/** Takes jobs from the queue until the signal, then finishes those it has. */
export async function keepWorking(
  { db, databaseUrl, role }: { db: Db; databaseUrl: string; role: string },
  log: WorkerLog,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const runner = await run({
        ...{ connectionString: jobQueueUrl(databaseUrl, role), schema: JOB_SCHEMA, maxPoolSize: 3 },
        ...{ crontab, taskList: { "forget-answers": () => forgetAnswers(db) } },
        ...{ noHandleSignals: true, concurrency: 1, pollInterval: 5000, logger: loggerOf(log) },
      });
      const stop = () => void runner.stop().catch(() => undefined);
      signal.addEventListener("abort", stop);
      if (signal.aborted) stop();
      try {
        await runner.promise;
      } finally {
        signal.removeEventListener("abort", stop);
      }
    } catch (error) {
      log.error({ err: error }, "The job queue stopped; starting it again");
    }
    await pause(RESTART_MS, signal);
  }
}

/** What it says of its everyday life is left out. */
const loggerOf = (log: WorkerLog) =>
  new Logger(() => (level, message, meta) => {
    if (level === "error") log.error({ err: meta?.error, queue: message }, "The job queue failed");
  });
