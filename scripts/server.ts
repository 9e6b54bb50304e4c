import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { endProcess, processIdentity } from "./process-identity.mjs";
import { say } from "./say.mjs";

export interface Server {
  pid: number;
  /** Resolves when it answers that it is ready, rejects when it ends before. */
  ready: Promise<void>;
  /** How it ended, in words. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where its log goes. */
  output: "inherit" | number;
}

/** Starts the web server. It has a channel to us, by whose end it learns that we were killed. */
export function startServer({ args, cwd, env, output }: Options): Server {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    // Out of the terminal's group: Ctrl-C reaches us, and we stop it in order.
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  const pid = child.pid!;
  const identity = processIdentity(pid);
  const ended = once(child, "exit").then(([code, signal]) =>
    signal ? `was ended by ${signal}` : `ended with code ${code}`,
  );
  return {
    pid,
    ready: Promise.race([
      ended.then((how) => {
        throw new Error(how);
      }),
      answersReady(env, ended),
    ]),
    ended,
    stop: async () => {
      if (identity) await endProcess(identity);
    },
  };
}

async function answersReady(
  { HOST = "", PORT }: NodeJS.ProcessEnv,
  ended: Promise<string>,
): Promise<void> {
  const host = HOST === "0.0.0.0" ? "127.0.0.1" : HOST === "::" ? "::1" : HOST;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (let tries = 1; !over; tries++) {
    const status = await statusOf(host, Number(PORT), "/readyz");
    if (status === 200) return;
    if (tries % 150 === 0)
      say(`Still waiting for the server; /readyz answers ${status ?? "nothing"}`);
    await pause(100);
  }
}

/** On a connection of its own, which a server that stops need not wait for. */
function statusOf(host: string, port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get({ host, port, path, agent: false, timeout: 5_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(undefined));
  });
}
