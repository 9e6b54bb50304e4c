import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** What PostgreSQL notes about itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

// Higher than any process id of Linux or macOS.
const nobodysPid = 2147483647;

/** The server that postmaster.pid names, whether it still runs or not. */
export function readPostmaster(clusterDir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(clusterDir, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "starting" };
  } catch {
    return undefined;
  }
}

/**
 * Whether process `pid` is the server of this cluster. A number alone proves nothing: after a crash or in
 * a restarted container it belongs to another program, and a dead one not yet reaped still answers signals.
 */
export function servesCluster(pid: number, clusterDir: string): boolean {
  return commandLine(pid).includes(` -D ${clusterDir} `);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-o", "command=", "-p", `${pid}`], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/**
 * Makes PostgreSQL take a dead server's lock for dead even when its number is in use. Removing the file would
 * also drop the check for backends that still hold the shared memory, and two servers would write one cluster.
 */
export function disownPostmaster(clusterDir: string): void {
  const file = join(clusterDir, "postmaster.pid");
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [nobodysPid, ...rest].join("\n"));
}

/** Ends the server of a cluster: politely to its data, at once to its clients; harder if it does not go. */
export async function stopPostmaster(pid: number, clusterDir: string): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    if (!servesCluster(pid, clusterDir)) return;
    process.kill(pid, signal);
    for (let i = 0; i < seconds * 40; i++) {
      if (!servesCluster(pid, clusterDir)) return;
      await pause(25);
    }
  }
}
