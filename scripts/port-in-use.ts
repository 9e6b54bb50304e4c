import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { Refusal } from "./refusal.mjs";
import type { Settings } from "./settings.mjs";

/** Refuses when the server could not listen, naming the program that is in the way when it can be known. */
export async function ensurePortIsFree({ host, port }: Settings): Promise<void> {
  // The person will open `localhost`, which may lead to ::1 first.
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (const at of hosts) {
    const code = await listenError(at, port);
    if (code === "EADDRINUSE") {
      const holder = await portHolder(port);
      throw new Refusal(
        `Port ${port} is taken${holder ? ` by ${holder}` : ""}. End that program, or choose another port: PORT=${port + 1} npm start`,
      );
    }
    if (code === "EACCES") {
      throw new Refusal(
        `This user may not listen on port ${port}. Choose a PORT of 1024 or above.`,
      );
    }
    if (code && at === host) {
      throw new Refusal(
        `Slacky cannot listen on HOST ${host} (${code}): it is no address of this machine.`,
      );
    }
  }
}

async function listenError(host: string, port: number): Promise<string | undefined> {
  const probe = createServer();
  try {
    probe.listen({ host, port, exclusive: true });
    await once(probe, "listening");
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  } finally {
    probe.close();
  }
}

async function portHolder(port: number): Promise<string | undefined> {
  if (process.platform === "linux") return linuxHolder(port);
  const args = ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"];
  const found = await promisify(execFile)("lsof", args).catch(() => undefined);
  const [, pid, name] = found?.stdout.match(/^p(\d+)\nc(.*)$/m) ?? [];
  return pid && `${name} (process ${pid})`;
}

function linuxHolder(port: number): string | undefined {
  const socket = ["tcp", "tcp6"].map((table) => listeningInode(table, port)).find(Boolean);
  if (!socket) return undefined;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const holds = readdirSync(`/proc/${pid}/fd`).some(
        (fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${socket}]`,
      );
      if (!holds) continue;
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      return `"${command.slice(0, 100)}" (process ${pid})`;
    } catch {
      // It ended, or belongs to somebody else.
    }
  }
  return undefined;
}

function listeningInode(table: string, port: number): string | undefined {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  try {
    const rows = readFileSync(`/proc/net/${table}`, "utf8").split("\n").slice(1);
    const listening = rows
      .map((row) => row.trim().split(/\s+/))
      .find((f) => f[1]?.endsWith(suffix) && f[3] === "0A");
    return listening?.[9];
  } catch {
    return undefined;
  }
}
