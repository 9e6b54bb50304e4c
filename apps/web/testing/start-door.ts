import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { appRoleOf } from "@slacky/db";
import { migrate } from "@slacky/db/migrate";
import { openTestDb, ownerUrl, type TestDb } from "@slacky/db/testing/databases";

import { freePort } from "./free-port";

/** `node` is our own server, `next` is plain `next start`: both on what `pnpm build` has made. */
export type DoorName = "node" | "next";

export type Door = {
  name: DoorName;
  url: string;
  port: number;
  process: ChildProcess;
  world: TestDb;
  databaseUrl: string;
  /** Everything written to standard output and error so far. */
  output: () => string;
  /** Settles when the process is gone: its code, or the signal that ended it. */
  exit: Promise<number | NodeJS.Signals>;
  close: () => Promise<void>;
};

export const SECRET = "canary-secret-of-the-doors-test-32-bytes";

const root = fileURLToPath(new URL("..", import.meta.url));
const programs = {
  node: (_port: number) => ["dist/server.mjs"],
  next: (port: number) => [
    "node_modules/next/dist/bin/next",
    "start",
    "-H",
    "127.0.0.1",
    "-p",
    `${port}`,
  ],
} as const satisfies Record<DoorName, (port: number) => string[]>;

/** Starts the built app on a free port and a migrated database of its own. */
export async function startDoor(
  name: DoorName,
  { through = (url: string) => url, settings = {} as Record<string, string> } = {},
): Promise<Door> {
  const world = await openTestDb({ max: 2 });
  const databaseUrl = ownerUrl(world.name);
  await migrate(databaseUrl);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const program = run(programs[name](port), {
    DATABASE_URL: through(databaseUrl),
    AUTH_SECRET: SECRET,
    APP_URL: url,
    PORT: `${port}`,
    // Everybody in these tests comes from one address.
    RATE_LIMIT_FACTOR: "100",
    ...settings,
  });
  await program.ready;
  return {
    ...program,
    name,
    url,
    port,
    world,
    databaseUrl,
    async close() {
      program.process.kill("SIGKILL");
      await program.exit;
      const role = appRoleOf(databaseUrl);
      await world.owner.$client.unsafe(`drop owned by "${role}"; drop role "${role}"`);
      await world.close();
    },
  };
}

/** A program of the app with these settings and no others that it knows. */
export function run(args: string[], settings: Record<string, string>) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  // Not the child's own "close": that never comes when a test has cut the channel.
  const ends = [child.stdout!, child.stderr!].map((stream) => once(stream, "close"));
  const exit = Promise.all([once(child, "exit"), ...ends]).then(
    ([[code, signal]]) => code ?? signal,
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message) => {
      if ((message as { type?: unknown }).type === "ready") resolve();
    });
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (text.includes("Ready in")) resolve();
      });
    }
    exit.then(() => reject(new Error(`It did not start:\n${output}`)));
  });
  ready.catch(() => {}); // Whoever waits for it sees it; some tests only want the exit.
  return { process: child, ready, exit: exit as Door["exit"], output: () => output };
}
