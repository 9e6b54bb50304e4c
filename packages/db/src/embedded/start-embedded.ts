import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Binaries, binaries } from "./binaries";
import { type DataHome, openDataHome } from "./data-home";
import { EmbeddedError } from "./embedded-error";
import { freePort } from "./free-port";
import { initialiseCluster } from "./initialise-cluster";
import { disownPostmaster, readPostmaster, servesCluster, stopPostmaster } from "./postmaster";

export interface Embedded {
  /** As the superuser, to the database `postgres`. */
  adminUrl: string;
  port: number;
  pid: number;
  /** True when a server that an earlier process left behind was taken over. */
  adopted: boolean;
  alive(): boolean;
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  log: (line: string) => void;
  /** False only for data that may be lost: tests. */
  fsync?: boolean;
}

const attempts = 20;

/**
 * Starts the PostgreSQL of a data folder, or takes over the one that still serves it. It runs detached and
 * outlives a killed Node; whoever starts it next adopts it. One caller at a time for a data folder.
 */
export async function startEmbedded({ dataDir, log, fsync = true }: Options): Promise<Embedded> {
  const data = await openDataHome(dataDir);
  const programs = await binaries(data.user, log);
  if (!(await stat(data.cluster).catch(() => undefined))) {
    log("Making the database cluster");
    await initialiseCluster({ ...data, initdb: programs.initdb, sync: fsync });
  }
  let failure: unknown;
  for (let attempt = 0; attempt < attempts; attempt++) {
    // A server on its way up or down, or the last backends of a dead one, need a moment.
    if (attempt > 0) await pause(300);
    try {
      return (await adopt(data)) ?? (await launch(data, programs, fsync));
    } catch (error) {
      failure = error;
    }
  }
  const said = await readFile(join(data.home, "log"), "utf8").catch(() => "");
  throw new EmbeddedError(
    `The embedded PostgreSQL did not start. Its log ends with:\n${said.trim().split("\n").slice(-8).join("\n")}`,
    { cause: failure },
  );
}

async function adopt(data: DataHome): Promise<Embedded | undefined> {
  const found = readPostmaster(data.cluster);
  if (!found) return undefined;
  if (!servesCluster(found.pid, data.cluster)) {
    disownPostmaster(data.cluster);
    return undefined;
  }
  await ping(data, found.port);
  return embedded(data, found.pid, found.port, true);
}

async function launch(data: DataHome, programs: Binaries, fsync: boolean): Promise<Embedded> {
  const remembered = Number(await readFile(data.portFile, "utf8").catch(() => 0));
  const port = await freePort(remembered);
  if (port !== remembered) await writeFile(data.portFile, `${port}`);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: `${port}`,
    timezone: "UTC",
    max_connections: "200",
    // The application reports the errors of its statements; here they would fill the disk.
    log_min_messages: "log",
    log_checkpoints: "off",
    ...(fsync ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
  const logFile = join(data.home, "log");
  await rename(logFile, `${logFile}.old`).catch(() => undefined);
  const output = openSync(logFile, "a", 0o600);
  const child = spawn(
    programs.postgres,
    [
      "-D",
      data.cluster,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...data.user, cwd: "/", detached: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  child.unref();
  await ready(child, data);
  return embedded(data, child.pid!, port, false);
}

async function ready(child: ChildProcess, data: DataHome): Promise<void> {
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  child.once("exit", () => {
    failure ??= new Error("PostgreSQL ended while it started.");
  });
  for (;;) {
    if (failure) throw failure;
    const running = readPostmaster(data.cluster);
    if (running?.pid === child.pid && running?.status === "ready") return;
    await pause(20);
  }
}

function embedded(data: DataHome, pid: number, port: number, adopted: boolean): Embedded {
  return {
    adminUrl: adminUrl(data, port),
    port,
    pid,
    adopted,
    alive: () => servesCluster(pid, data.cluster),
    stop: () => stopPostmaster(pid, data.cluster),
  };
}

export function adminUrl({ password }: DataHome, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Connects with our own password, and so refuses a foreign server that took the port. */
async function ping(data: DataHome, port: number): Promise<void> {
  const sql = postgres(adminUrl(data, port), { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
