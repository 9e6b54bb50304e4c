import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endProcess, isRunning, processIdentity } from "./process-identity.mjs";
import { Stopped } from "./refusal.mjs";
import { stopping } from "./stopping.mjs";

/**
 * @typedef {{ pid: number, url?: string, ending?: boolean, children: string[] }} Holder
 * @typedef {{ note(facts: Partial<Holder>): void, started(pid: number): void, release(): void }} Claim
 */

/** Thrown when somebody else holds the claim and it is not worth waiting. */
export class Claimed extends Error {
  /** @param {Holder} holder */
  constructor(holder) {
    super(`held by process ${holder.pid}`);
    this.holder = holder;
  }
}

/**
 * Makes this process the only one that holds `folder`, and ends what a killed holder left running.
 *
 * Each candidate writes a file of its own and then looks for others: of two, at least one sees the other and
 * withdraws. A dead candidate's file is nobody's, so that nothing has to be taken over.
 *
 * @param {string} folder
 * @param {{ url?: string, wait?: (holder: Holder) => void, patience?: number }} [options] `wait` is told once, and we wait on; `patience` is how often we look again before giving up
 * @returns {Promise<Claim>}
 */
export async function claim(folder, { url, wait, patience = 6 } = {}) {
  // The mode would go to every folder made on the way.
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const me = processIdentity(process.pid);
  const mine = join(folder, `${me}.json`);
  /** @type {Holder} */
  const holder = { pid: process.pid, children: [], ...(url && { url }) };
  let told = false;

  for (let attempt = 0; ; attempt++) {
    write(mine, holder);
    const others = readdirSync(folder).filter(
      (name) => name.endsWith(".json") && name !== `${me}.json`,
    );
    const rival = others.find((name) => isRunning(name.slice(0, -".json".length)));
    if (!rival) {
      await bury(folder, others);
      break;
    }
    rmSync(mine);
    const other = read(join(folder, rival));
    if (other && !other.ending) {
      if (wait && !told) wait(other);
      told = true;
      if (!wait && attempt >= patience) throw new Claimed(other);
    }
    // At random, so that two that began together do not withdraw together for ever.
    await pause(100 + Math.random() * 300);
    if (stopping.aborted) throw new Stopped();
  }

  /** @type {Claim} */
  const held = {
    note(facts) {
      Object.assign(holder, facts);
      write(mine, holder);
    },
    started(pid) {
      const child = processIdentity(pid);
      if (child) held.note({ children: [...holder.children.filter(isRunning), child] });
    },
    release() {
      rmSync(mine, { force: true });
    },
  };
  return held;
}

/**
 * @param {string} folder
 * @param {string[]} names
 */
async function bury(folder, names) {
  for (const name of names) {
    const dead = read(join(folder, name));
    for (const child of dead?.children ?? []) await endProcess(child);
    rmSync(join(folder, name), { force: true });
  }
}

/**
 * @param {string} file
 * @param {Holder} holder
 */
function write(file, holder) {
  writeFileSync(`${file}.draft`, JSON.stringify(holder), { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Released in the meantime.
    return undefined;
  }
}
