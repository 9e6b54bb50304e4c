import pLimit, { type LimitFunction } from "p-limit";

import { UPLOADS_AT_ONCE } from "./upload-limits";

/** `tails` settle when nothing of that person's is left to run. */
type Turns = { all: LimitFunction; tails: Map<string, Promise<unknown>> };

// Two module graphs may live in one process; they share the bound.
const key = Symbol.for("slacky.import-turns");
const shared = globalThis as { [key]?: Turns };

/**
 * Runs `work` when a place is free, of which one person has one at most. Who is still waiting when the
 * signal comes is answered at once.
 */
export function inTurn<T>(userId: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  shared[key] ??= { all: pLimit(UPLOADS_AT_ONCE), tails: new Map() };
  const { all, tails } = shared[key];
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    const run = () => {
      signal.throwIfAborted();
      // From here the work itself says how it ended: it may be past the point of giving up.
      signal.removeEventListener("abort", giveUp);
      return work();
    };
    const before = tails.get(userId) ?? Promise.resolve();
    const tail: Promise<unknown> = before
      .then(() => all(run))
      .then(resolve, reject)
      .then(() => tails.get(userId) === tail && tails.delete(userId));
    tails.set(userId, tail);
  });
}
