import { availableParallelism } from "node:os";
import pLimit, { type LimitFunction } from "p-limit";

const slot = Symbol.for("slacky.hashing");
const shared = globalThis as { [slot]?: LimitFunction };

/**
 * Waits for a turn at hashing. Each hash holds 19 MB and a thread, so there is one queue for the
 * process, and it hangs on `globalThis`: the server and Next load this module once each.
 */
export function hashingTurn<T>(work: () => Promise<T>): Promise<T> {
  shared[slot] ??= pLimit(Math.min(4, availableParallelism()));
  return shared[slot](work);
}
