import { randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, prepareEmbeddedDatabase } from "@slacky/db/embedded";
import type { Ground } from "./bootstrap.mjs";
import { run } from "./run.mjs";
import { startServer } from "./server";
import { playwrightTally, type Tally } from "./tally";
import type { TestFolder } from "./test-folder";

interface Options {
  folder: TestFolder;
  adminUrl: string;
  chromium: string;
}

/** Playwright's journeys, against the built server on a database of its own. */
export async function browserTests(
  { root, tools }: Ground,
  { folder, adminUrl, chromium }: Options,
): Promise<Tally> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logFile = join(folder.path, "server.log");
  const log = openSync(logFile, "a");
  const server = startServer({
    args: ["apps/web/dist/server.mjs"],
    cwd: root,
    env: {
      ...tools,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: `${port}`,
      APP_URL: url,
      DATABASE_URL: await prepareEmbeddedDatabase(adminUrl, "slacky_e2e"),
      DATA_DIR: join(folder.path, "data"),
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      // Many people sign up from this one address within a minute.
      RATE_LIMIT_FACTOR: "100",
    },
    output: log,
  });
  closeSync(log);
  folder.held.started(server.pid);
  try {
    await server.ready;
    const report = join(folder.path, "playwright.json");
    await run("pnpm", ["--filter", "@slacky/e2e", "e2e", "--reporter=list,json"], {
      cwd: root,
      started: folder.held.started,
      env: {
        ...tools,
        E2E_BASE_URL: url,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    });
    const tally = playwrightTally(report);
    if (tally.failed > 0) console.log(endOf(logFile));
    return tally;
  } catch (error) {
    console.log(endOf(logFile));
    throw error;
  } finally {
    await server.stop();
  }
}

/** What the server did without complaint says nothing about a failure. */
function endOf(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  const complaints = lines.filter((line) => !line.includes('"level":30'));
  return ["The server's log, without the requests that went well, ends with:"]
    .concat(complaints.slice(-40))
    .join("\n");
}
