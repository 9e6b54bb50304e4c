import { arch, availableParallelism, cpus, loadavg } from "node:os";

import { openConnections } from "./http-client";
import { median, type Slot } from "./measure";
import type { Results } from "./rounds";
import type { Subject } from "./subject";
import type { worksOn } from "./works";

/** Prints what was measured, and answers what was found wrong. */
export async function report(
  subjects: readonly Subject[],
  { faults }: Pick<ReturnType<typeof worksOn>, "faults">,
  { rows, memory, rounds }: Results,
): Promise<string[]> {
  const names = subjects.map(({ name }) => name);
  const head = ["work", "clients"];
  for (const name of names) head.push(`${name}/s (least–most)`, "p50 ms", "p95 ms");
  const lines = rows.map(({ work, clients, slots }) => {
    const measured = names.map((name) => slots.get(name) ?? []);
    const [ours, theirs] = measured.map((of) => median(of.map(({ perSecond }) => perSecond)));
    return [work, `${clients}`, ...measured.flatMap(cells), `${(ours! / theirs!).toFixed(2)}x`];
  });
  console.log(
    `\n${cpus()[0]?.model ?? arch()}, ${availableParallelism()} CPUs, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}; rounds: ${rounds}\n`,
  );
  printTable([[...head, "ratio"], ...lines]);
  for (const [name, megabytes] of memory) {
    console.log(`\n${name}: memory after each round ${megabytes.map(Math.round).join(", ")} MB`);
  }

  const found: string[] = [];
  for (const subject of subjects) {
    const via = openConnections(subject.url, 1);
    found.push(...(await faults(subject, via)));
    via.close();
  }
  console.log(
    `\n${found.length === 0 ? "Every history of the tickets that all clients moved is a valid chain, as long as was acknowledged." : found.join("\n")}`,
  );
  return found;
}

function cells(slots: Slot[]): string[] {
  const rates = slots.map(({ perSecond }) => perSecond);
  const spread = `${whole(Math.min(...rates))}–${whole(Math.max(...rates))}`;
  return [
    `${whole(median(rates))} (${spread})`,
    median(slots.map(({ p50 }) => p50)).toFixed(1),
    median(slots.map(({ p95 }) => p95)).toFixed(1),
  ];
}

const whole = (value: number) => Math.round(value).toLocaleString("en");

function printTable(rows: string[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const [i, row] of rows.entries()) {
    const padded = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
    );
    console.log(`| ${padded.join(" | ")} |`);
    if (i === 0) console.log(`| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  }
}
