import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeError } from "@slacky/api/describe-error";
import { startWorker } from "@slacky/api/worker";
import { appRoleOf, assertSafeRole, connect } from "@slacky/db";
import { migrate } from "@slacky/db/migrate";
import pino from "pino";

import { readEnv } from "./env";

/** What is at hand ends within a statement's time; nobody waits longer. */
const EXIT_MS = 19_000;

const here = dirname(fileURLToPath(import.meta.url));
const bundled = basename(here) === "dist";
const log = pino({ serializers: { err: describeError } });

process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "Uncaught");
  process.exit(1);
});

// Until there is something to stop, a signal ends the start.
let leave = (): void => process.exit(1);
for (const event of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(event, () => leave());

await start().catch((error: unknown) => {
  // What stands in the way of a start is the reader's to mend: they get the sentence.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

async function start(): Promise<void> {
  const { DATABASE_URL } = readEnv();
  await migrate(DATABASE_URL, bundled ? { folder: join(here, "migrations") } : {});
  await refuseUnsafeRole(DATABASE_URL);
  const worker = startWorker(DATABASE_URL, log);
  log.info("Working");

  let stopping = false;
  leave = () => {
    if (stopping) return;
    stopping = true;
    log.info("Stopping");
    setTimeout(() => process.exit(1), EXIT_MS).unref();
    void worker.stop().then(() => process.exit(0));
  };
}

async function refuseUnsafeRole(url: string): Promise<void> {
  const db = connect(url, { role: appRoleOf(url), max: 1 });
  try {
    await assertSafeRole(db);
  } finally {
    await db.$client.end({ timeout: 3 });
  }
}
