import type { Db } from "@slacky/db";

import { auditPending } from "../audit/audit-pending";
import type { WorkerLog } from "./log";
import { pause } from "./pause";

const POLL_MS = 1000;

/** Writes the audit log of every workspace behind its outbox, until the signal. */
export async function keepAuditing(db: Db, log: WorkerLog, signal: AbortSignal): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    try {
      await auditPending(db, signal);
      failing = false;
    } catch (error) {
      // Once for as long as it lasts: a database that is away would fill the log.
      if (!failing) log.error({ err: error }, "The audit log cannot be written; trying on");
      failing = true;
    }
    await pause(POLL_MS, signal);
  }
}
