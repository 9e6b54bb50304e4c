import type { Limiter } from "./limiter";
import { localLimiter } from "./local-limiter";
import { openRedis, type RedisSettings } from "./open-redis";
import { sharedLimiter } from "./shared-limiter";

export type OpenLimiter = Limiter & { close(): Promise<void> };

/**
 * Counts in this process and, where there is a Redis, among all processes. While Redis does not
 * answer, the process' own count goes on: an outage slows nobody down and opens no door.
 */
export function openLimiter(
  settings: RedisSettings & { RATE_LIMIT_FACTOR: number },
  onOutage: (error: unknown) => void = () => {},
): OpenLimiter {
  const local = localLimiter(settings.RATE_LIMIT_FACTOR);
  const redis = openRedis(settings);
  if (!redis) return { ...local, close: async () => {} };
  const shared = sharedLimiter(redis.scripts, settings.RATE_LIMIT_FACTOR, onOutage);
  return {
    take: async (takes) => (await local.take(takes)) ?? shared.take(takes),
    close: redis.close,
  };
}
