import type { Tx } from "@slacky/db";
import { experimental_standaloneMiddleware as standalone } from "@trpc/server";

import type { Context } from "./context";
import { claimKey, keepAnswer } from "./idempotency";

type Entered = Pick<Context, "secret" | "session" | "idempotencyKey"> & { tx: Tx };

/**
 * Behind a gate and in its transaction: a mutation sent again with its Idempotency-Key is answered
 * as the first time. A failure takes the key with it when it rolls back. What `auth` answers is
 * never kept.
 */
export const oncePerKey = standalone<{ ctx: Entered }>().create(
  async ({ ctx, type, path, getRawInput, next }) => {
    const { tx, secret, session, idempotencyKey: key } = ctx;
    if (key === null || !session || type !== "mutation" || path.startsWith("auth.")) return next();
    const call = { userId: session.userId, key, path, input: await getRawInput() };
    const first = await claimKey(tx, secret, call);
    // A result is what `next` resolves with; its marker is only for the types.
    if (first) return { ok: true, data: first.data } as Awaited<ReturnType<typeof next>>;
    const result = await next();
    if (result.ok) await keepAnswer(tx, secret, call, result.data);
    return result;
  },
);
