import { execFileSync } from "node:child_process";

import { type Connections, openConnections } from "./http-client";
import { measure, type Slot } from "./measure";
import type { Plan } from "./plan";
import type { Subject } from "./subject";
import type { Work } from "./works";

export type Row = { work: string; clients: number; slots: Map<string, Slot[]> };
export type Results = { rows: Row[]; memory: Map<string, number[]>; rounds: number };

/**
 * Every work with every count of clients, one service right after the other, round after round: what
 * else the machine does then falls on both. The services take turns to be the first.
 */
export async function runRounds(
  plan: Plan,
  subjects: readonly Subject[],
  works: Work[],
  say: (line: string) => void,
): Promise<Results> {
  const began = performance.now();
  const rows: Row[] = works.flatMap((work) =>
    plan.clients
      .filter((clients) => work.only === undefined || work.only === clients)
      .map((clients) => ({ work: work.name, clients, slots: new Map() })),
  );
  const memory = new Map<string, number[]>();
  let rounds = 0;
  // The first round is for the caches and the compilers, and is not counted.
  for (let round = 0; round <= plan.rounds; round++) {
    if (performance.now() - began > plan.lastStartMs) break;
    say(round === 0 ? "Warming up" : `Round ${round} of ${plan.rounds}`);
    for (const row of rows) {
      const work = works.find(({ name }) => name === row.work)!;
      for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
        const slot = await runSlot(
          round === 0 ? { ...plan, slotMs: plan.warmUpMs } : plan,
          row.clients,
          {
            subject,
            work,
          },
        );
        if (round > 0) row.slots.set(subject.name, [...(row.slots.get(subject.name) ?? []), slot]);
      }
    }
    for (const { name, pid } of subjects)
      memory.set(name, [...(memory.get(name) ?? []), memoryOf(pid)]);
    if (round > 0) rounds++;
  }
  return { rows, memory, rounds };
}

async function runSlot(
  plan: Plan,
  clients: number,
  { subject, work }: { subject: Subject; work: Work },
): Promise<Slot> {
  const via: Connections = openConnections(subject.url, clients);
  try {
    return await measure(clients, plan, (client) => work.call(subject, via, client));
  } finally {
    via.close();
  }
}

/** Resident memory of a process, in MB. */
function memoryOf(pid: number): number {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" });
  return Number(kilobytes) / 1024;
}
