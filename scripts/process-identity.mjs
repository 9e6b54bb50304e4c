import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Names a running process for good: numbers are given out again, together with the moment of the start they
 * are not. Undefined when there is none, or only a dead one that nobody has reaped.
 * @param {number} pid
 */
export function processIdentity(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The command in brackets may hold anything, brackets and spaces too.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z" || fields[0] === "X") return undefined;
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8);
      return `${pid}-${fields[19]}-${boot}`;
    }
    const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", `${pid}`], { encoding: "utf8" });
    const [state = "Z", ...started] = line.trim().split(/\s+/);
    return state.startsWith("Z") ? undefined : `${pid}-${Date.parse(started.join(" "))}`;
  } catch {
    return undefined;
  }
}

/** @param {string} identity */
export function isRunning(identity) {
  return processIdentity(pidOf(identity)) === identity;
}

/**
 * Ends exactly that process with the group that it leads, politely at first.
 * @param {string} identity
 * @param {number} [graceMs]
 */
export async function endProcess(identity, graceMs = 22_000) {
  for (const [signal, ms] of /** @type {const} */ ([
    ["SIGTERM", graceMs],
    ["SIGKILL", 5_000],
  ])) {
    if (!isRunning(identity)) return;
    signalTo(-pidOf(identity), signal);
    for (let waited = 0; waited < ms && isRunning(identity); waited += 25) await pause(25);
  }
}

/**
 * @param {number} pid negative for its whole group
 * @param {NodeJS.Signals} signal
 */
export function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

/** @param {string} identity */
function pidOf(identity) {
  return Number(identity.split("-")[0]);
}
