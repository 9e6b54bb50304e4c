import { createServer, Server } from "node:http";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readEnv } from "@slacky/api/env";
import { runtime } from "@slacky/api/runtime";
import { startWorker } from "@slacky/api/worker";
import { assertSafeRole } from "@slacky/db";
import { migrate } from "@slacky/db/migrate";

import { handleRequest } from "./src/server/handle-request";
import { log } from "./src/server/log";
import { stopGracefully } from "./src/server/stop-gracefully";

/** Longer than the importer's own deadline: this only ends what nobody else does. */
const REQUEST_TIMEOUT_MS = 150_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** Requests end in 15 s at the latest; closing the pools may take the rest. */
const EXIT_MS = 19_000;

const here = dirname(fileURLToPath(import.meta.url));
const bundled = basename(here) === "dist";

process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "Uncaught");
  process.exit(1);
});

// Until there is something to stop, a signal ends the start. The channel to the supervisor closes
// when it dies, however it dies.
let leave = (): void => process.exit(1);
for (const event of ["SIGTERM", "SIGINT", "SIGHUP", "disconnect"]) process.on(event, () => leave());
if (process.connected === false) leave();

await start().catch((error: unknown) => {
  // What stands in the way of a start is the reader's to mend: they get the sentence.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

async function start(): Promise<void> {
  const env = readEnv();
  // Next and next-auth read these while they load.
  Object.assign(process.env, { NODE_ENV: env.NODE_ENV, NEXTAUTH_URL: env.APP_URL });

  await migrate(env.DATABASE_URL, bundled ? { folder: join(here, "migrations") } : {});
  const { db } = runtime();
  await assertSafeRole(db);

  const dev = env.NODE_ENV === "development";
  const server = createServer({
    requestTimeout: REQUEST_TIMEOUT_MS,
    headersTimeout: HEADERS_TIMEOUT_MS,
  });
  const { default: createNext } = await import("next");
  const dir = bundled ? dirname(here) : here;
  // What next.config.ts imports is looked for in the working folder, not beside it.
  process.chdir(dir);
  const next = createNext({
    dev,
    dir,
    hostname: env.HOST,
    port: env.PORT,
    // Next answers upgrades on this server: with one that never listens, there are none.
    httpServer: dev ? server : new Server(),
  });
  await next.prepare();

  const worker = env.WORKER === "on" ? startWorker(env.DATABASE_URL, log) : undefined;
  const { stopping, stop } = stopGracefully(server, async () => {
    await Promise.all([next.close(), worker?.stop()]);
    await db.$client.end({ timeout: 3 });
  });
  server.on("request", handleRequest(next.getRequestHandler(), stopping));
  await listen();
  // Developing, a browser's socket for hot reloads would hold it up, and nothing is lost.
  leave = dev ? () => process.exit(0) : () => void stopAll();
  log.info({ url: env.APP_URL, host: env.HOST, port: env.PORT }, "Listening");
  process.send?.({ type: "ready" });

  function listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) => {
        const taken = error.code === "EADDRINUSE";
        reject(taken ? new Error(`Port ${env.PORT} is taken by another program.`) : error);
      });
      server.listen(env.PORT, env.HOST, resolve);
    });
  }

  async function stopAll(): Promise<void> {
    if (stopping()) return;
    log.info("Stopping");
    setTimeout(() => process.exit(1), EXIT_MS).unref();
    await stop().catch((error: unknown) => {
      log.error({ err: error }, "Stopping failed");
      process.exit(1);
    });
    process.exit(0);
  }
}
