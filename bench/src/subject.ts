import type { Connections } from "./http-client";

export type HistoryRow = { seq: number; from: string | null; to: string };
/** What a transition came to: the state now, or the states that were allowed instead. */
export type Decision = { state: string } | { allowed: string[] };

/** A service under measure, as calls that do the same work. Anything but the expected answer throws. */
export type Subject = {
  name: string;
  url: string;
  pid: number;
  listFirst: (via: Connections) => Promise<unknown>;
  listDeep: (via: Connections) => Promise<unknown>;
  board: (via: Connections) => Promise<unknown>;
  create: (via: Connections) => Promise<unknown>;
  transition: (via: Connections, ticketId: string, to: string) => Promise<Decision>;
  history: (via: Connections, ticketId: string) => Promise<HistoryRow[]>;
};

/** The answer's body, when the call went as it should. */
export function expectOk(what: string, answer: { status: number; json: unknown }): unknown {
  if (answer.status === 200) return answer.json;
  throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.json)}`);
}

/** A page that is not full would be measured as a fast one. */
export function expectItems({ items }: { items: unknown[] }): void {
  if (items.length !== 50) throw new Error(`A page came with ${items.length} tickets`);
}
