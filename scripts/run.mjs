import { spawn } from "node:child_process";
import { once } from "node:events";
import { signalTo } from "./process-identity.mjs";
import { Stopped } from "./refusal.mjs";
import { stopping } from "./stopping.mjs";

/**
 * Runs a program to its end, and ends it with all it started when we are told to stop.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, quiet?: boolean, started?: (pid: number) => void }} options `quiet` keeps the output for the result
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function run(command, args, { cwd, env, quiet = false, started }) {
  if (stopping.aborted) throw new Stopped();
  const child = spawn(command, args, {
    cwd,
    env,
    // A group of its own, so that it can be ended as a whole.
    detached: true,
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  if (child.pid) started?.(child.pid);
  let output = "";
  const collect = (/** @type {Buffer} */ chunk) => {
    output += chunk;
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  /** @type {NodeJS.Timeout | undefined} */
  let impatience;
  const end = () => {
    if (!child.pid) return;
    const group = -child.pid;
    signalTo(group, "SIGTERM");
    impatience = setTimeout(() => signalTo(group, "SIGKILL"), 10_000);
  };
  stopping.addEventListener("abort", end);
  try {
    const [code] = await once(child, "close");
    if (stopping.aborted) throw new Stopped();
    return { code, output };
  } finally {
    clearTimeout(impatience);
    stopping.removeEventListener("abort", end);
  }
}
