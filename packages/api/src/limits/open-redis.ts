import { createHash } from "node:crypto";
import { Redis as UpstashRedis } from "@upstash/redis";
import { Redis } from "ioredis";

/** The part of a Redis client that the limiter's scripts run on. */
export type RedisScripts = {
  evalsha(sha: string, keys: string[], args: unknown[]): Promise<unknown>;
  eval(script: string, keys: string[], args: unknown[]): Promise<unknown>;
};

export type RedisSettings = {
  REDIS_URL?: string | undefined;
  UPSTASH_REDIS_REST_URL?: string | undefined;
  UPSTASH_REDIS_REST_TOKEN?: string | undefined;
};

type OpenRedis = { scripts: RedisScripts; close: () => Promise<void> };

/** The Redis that the settings name, if they name one. It connects by itself, and again after a loss. */
export function openRedis(settings: RedisSettings): OpenRedis | null {
  const { REDIS_URL, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = settings;
  if (REDIS_URL) return overTcp(REDIS_URL);
  return url && token ? overRest(url, token) : null;
}

function overRest(url: string, token: string): OpenRedis {
  const signal = () => AbortSignal.timeout(1000);
  const scripts = new UpstashRedis({ url, token, signal, retry: false, enableTelemetry: false });
  return { scripts: scripts as unknown as RedisScripts, close: async () => {} };
}

function overTcp(url: string): OpenRedis {
  const redis = new Redis(url, {
    connectTimeout: 2000,
    // A command that the limiter no longer waits for is not kept for later.
    commandTimeout: 1000,
    maxRetriesPerRequest: 1,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (times) => Math.min(times * 100, 1000),
  });
  // Each command says for itself that it failed.
  redis.on("error", () => {});
  return {
    scripts: plainScripts(redis),
    close: async () => redis.disconnect(),
  };
}

/**
 * The scripts begin with a line for Upstash alone, which Redis refuses. Without it they have another
 * hash; it is remembered, so that a call stays one short command.
 */
function plainScripts(redis: Redis): RedisScripts {
  const plain = new Map<string, string>();
  return {
    evalsha: (sha, keys, args) =>
      redis.evalsha(plain.get(sha) ?? sha, keys.length, ...keys, ...(args as string[])),
    eval: (script, keys, args) => {
      const body = script.replace(/^#!.*\n/, "");
      plain.set(sha1(script), sha1(body));
      return redis.eval(body, keys.length, ...keys, ...(args as string[]));
    },
  };
}

const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");
