import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { Limiter } from "./limiter";
import { type LimitName, limits } from "./limits";
import { scaled } from "./scaled";

/** Counts in this process alone, from a key's first call on. */
export function localLimiter(factor: number): Limiter {
  const counters = new Map(
    (Object.keys(limits) as LimitName[]).map((name) => {
      const { most, seconds } = scaled(name, factor);
      return [name, new RateLimiterMemory({ points: most, duration: seconds })];
    }),
  );
  return {
    async take(takes) {
      for (const { limit, key } of takes) {
        try {
          await counters.get(limit)!.consume(key);
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        }
      }
      return null;
    },
  };
}
