import { Ratelimit } from "@upstash/ratelimit";

import type { Limiter } from "./limiter";
import { type LimitName, limits, type Take } from "./limits";
import type { RedisScripts } from "./open-redis";
import { scaled } from "./scaled";

/** The longest that a call waits for Redis. */
const PATIENCE_MS = 100;
/** How long nobody asks a Redis that did not answer. */
const PAUSE_MS = 1000;

/** Counts among all processes, in a sliding window. A Redis that does not answer allows everything. */
export function sharedLimiter(
  redis: RedisScripts,
  factor: number,
  onOutage: (error: unknown) => void,
): Limiter {
  const counters = new Map(
    (Object.keys(limits) as LimitName[]).map((name) => [name, counter(redis, name, factor)]),
  );
  let out = false;
  let askAgainAt = 0;

  async function waitOf({ limit, key }: Take): Promise<number | null> {
    const { success, reset, reason } = await counters.get(limit)!.limit(key);
    // The library calls a Redis that hangs a success.
    if (reason === "timeout") throw new Error("Redis did not answer in time");
    return success ? null : Math.max(1, Math.ceil((reset - Date.now()) / 1000));
  }

  return {
    async take(takes) {
      const now = performance.now();
      if (out && now < askAgainAt) return null;
      // During an outage one call at a time looks whether it is over; the others do not wait for it.
      askAgainAt = now + PAUSE_MS;
      try {
        const waits = await Promise.all(takes.map(waitOf));
        out = false;
        const refused = waits.filter((wait) => wait !== null);
        return refused.length > 0 ? Math.max(...refused) : null;
      } catch (error) {
        if (!out) onOutage(error);
        out = true;
        askAgainAt = performance.now() + PAUSE_MS;
        return null;
      }
    },
  };
}

function counter(redis: RedisScripts, name: LimitName, factor: number): Ratelimit {
  const { most, seconds } = scaled(name, factor);
  return new Ratelimit({
    redis: redis as never,
    limiter: Ratelimit.slidingWindow(most, `${seconds} s`),
    prefix: `slacky:limit:${name}`,
    timeout: PATIENCE_MS,
    // The process' own count stands in front of this one already.
    ephemeralCache: false,
    enableTelemetry: false,
  });
}
