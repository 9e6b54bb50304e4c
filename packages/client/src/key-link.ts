import type { TRPCLink } from "@trpc/client";

import type { router } from "./router";

/**
 * Gives every mutation an Idempotency-Key before it may be repeated, unless the caller gave one.
 * What `auth` answers is a secret that the server keeps no copy of, so its calls have none.
 */
export const keyLink =
  (newKey: () => string): TRPCLink<typeof router> =>
  () =>
  ({ op, next }) => {
    if (op.type !== "mutation" || op.path.startsWith("auth.")) {
      const { idempotencyKey: _, ...context } = op.context;
      return next({ ...op, context });
    }
    return next({ ...op, context: { idempotencyKey: newKey(), ...op.context } });
  };
