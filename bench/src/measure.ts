import type { Plan } from "./plan";

export type Slot = { perSecond: number; p50: number; p95: number };

/** So many clients call one after the other until the time or the count is up. */
export async function measure(
  clients: number,
  { slotMs, slotCalls }: Pick<Plan, "slotMs" | "slotCalls">,
  call: (client: number) => Promise<unknown>,
): Promise<Slot> {
  const times: number[] = [];
  let left = slotCalls;
  const began = performance.now();
  const end = began + slotMs;
  const work = async (client: number) => {
    while (left-- > 0 && performance.now() < end) {
      const sent = performance.now();
      await call(client);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p50: at(times, 0.5), p95: at(times, 0.95) };
}

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
