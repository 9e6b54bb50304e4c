import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, stopEmbedded } from "@slacky/db/embedded";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isRunning, processIdentity } from "./process-identity.mjs";

let folder: string;
let port: number;
let running: Supervisor[];

// It ends on nothing but a signal, as a server does that hangs.
const standIn = `import { createServer } from "node:http";
createServer((_, answer) => answer.end(String(process.pid))).listen(+process.env.PORT, process.env.HOST);
process.on("SIGTERM", () => process.exit(0));`;

const entry = (root: string) => `
import { readSettings } from ${JSON.stringify(join(import.meta.dirname, "settings.mjs"))};
import { supervise } from ${JSON.stringify(join(import.meta.dirname, "supervise.ts"))};
const root = ${JSON.stringify(root)};
const ground = { root, settings: readSettings(process.env, root), tools: process.env };
await supervise(ground, { prepare: async () => {}, args: ["stand-in.mjs"], nodeEnv: "production" }).catch((error) => {
  console.log("refused: " + error.message);
});`;

interface Supervisor {
  process: ChildProcess;
  output: () => string;
  /** Resolves when the output holds the text, or the process has ended. */
  says(text: string): Promise<string>;
}

function start(extra: NodeJS.ProcessEnv = {}): Supervisor {
  const args = ["--import", "tsx", "--input-type=module", "-e", entry(folder)];
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    env: { ...env, HOST: "", DATA_DIR: "", DATABASE_URL: "", PORT: `${port}`, ...extra },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout!.on("data", (chunk) => {
    output += chunk;
  });
  const says = async (text: string) => {
    const ended = once(child, "exit");
    while (!output.includes(text) && child.exitCode === null && child.signalCode === null) {
      await Promise.race([once(child.stdout!, "data"), ended]);
    }
    return output;
  };
  const supervisor = { process: child, output: () => output, says };
  running.push(supervisor);
  return supervisor;
}

const server = async () => Number(await (await fetch(`http://127.0.0.1:${port}`)).text());
const postmaster = () =>
  Number(
    readFileSync(join(folder, ".data/postgres/cluster/postmaster.pid"), "utf8").split("\n")[0],
  );

async function end(supervisor: Supervisor): Promise<void> {
  const { process: child } = supervisor;
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "slacky-supervise-"));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, "stand-in.mjs"), standIn);
  port = await freePort();
  running = [];
});

afterEach(async () => {
  for (const supervisor of running.splice(0)) await end(supervisor);
});

afterAll(async () => {
  await stopEmbedded(join(folder, ".data"));
  rmSync(folder, { recursive: true });
});

describe("the supervisor", { timeout: 60_000 }, () => {
  test("starts the database and the server, and a signal ends both", async () => {
    const supervisor = start();
    expect(await supervisor.says("is ready")).toContain(
      `Slacky is ready at http://localhost:${port}`,
    );
    const [web, database] = [await server(), postmaster()].map((pid) => processIdentity(pid)!);
    await end(supervisor);
    expect(supervisor.process.exitCode).toBe(0);
    expect(isRunning(web!)).toBe(false);
    expect(isRunning(database!)).toBe(false);
  });

  test("starts again what was killed", async () => {
    const supervisor = start();
    await supervisor.says("is ready");
    process.kill(await server(), "SIGKILL");
    await supervisor.says("was ended by SIGKILL; starting it again");
    const killed = postmaster();
    process.kill(killed, "SIGKILL");
    await supervisor.says("PostgreSQL ended by itself");
    await expect.poll(postmaster, { timeout: 20_000 }).not.toBe(killed);
    await expect.poll(() => server().catch(() => 0), { timeout: 20_000 }).toBeGreaterThan(0);
  });

  test("refuses a second start on its data folder, and says who runs", async () => {
    const first = start();
    await first.says("is ready");
    const second = start({ PORT: `${await freePort()}` });
    await once(second.process, "exit");
    expect(second.output()).toContain(`process ${first.process.pid}, at http://localhost:${port}`);
  });

  test("after it was killed, the next one takes over the database and the port", async () => {
    const killed = start();
    await killed.says("is ready");
    const [web, database] = [await server(), postmaster()];
    killed.process.kill("SIGKILL");
    await once(killed.process, "exit");

    const next = start();
    expect(await next.says("is ready")).toContain("PostgreSQL was still running and is used again");
    expect(postmaster()).toBe(database);
    expect(await server()).not.toBe(web);
    await end(next);
    expect(processIdentity(database)).toBeUndefined();
  });

  test("gives up on a server that never becomes ready", async () => {
    writeFileSync(join(folder, "stand-in.mjs"), "process.exit(7)");
    const supervisor = start();
    await once(supervisor.process, "exit");
    expect(supervisor.output()).toContain("ended with code 7 before it was ready");
    expect(() => postmaster()).toThrow(/ENOENT/);
  });
});
