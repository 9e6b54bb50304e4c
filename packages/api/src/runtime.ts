import { appRoleOf, connect, type Db } from "@slacky/db";

import { type Env, readEnv } from "./env";
import type { Limiter } from "./limits/limiter";
import { openLimiter } from "./limits/open-limiter";

export type Runtime = { env: Env; db: Db; limiter: Limiter };

const slot = Symbol.for("slacky.runtime");
const shared = globalThis as { [slot]?: Runtime };

/**
 * The process' settings, its one pool and its one limiter. They hang on `globalThis`, because the server and Next
 * each load a copy of this module.
 */
export function runtime(): Runtime {
  shared[slot] ??= open(readEnv());
  return shared[slot];
}

function open(env: Env): Runtime {
  return {
    env,
    db: connect(env.DATABASE_URL, { role: appRoleOf(env.DATABASE_URL) }),
    limiter: openLimiter(env, () =>
      process.emitWarning("Redis does not answer: until it does, each process counts alone", {
        type: "RateLimits",
      }),
    ),
  };
}
