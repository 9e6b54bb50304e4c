import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";

import { pauseBefore } from "./retry-rule";
import type { router } from "./router";
import { explain } from "./slacky-error";

/** Sends a call again where that is safe and may help. Every error that leaves here explains itself. */
export const retryLink =
  (): TRPCLink<typeof router> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      const { signal } = op;
      const repeatable = op.type === "query" || op.context.idempotencyKey !== undefined;
      let attempts = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let call = attempt();

      function attempt() {
        attempts++;
        signal?.removeEventListener("abort", stopWaiting);
        return next(op).subscribe({ ...observer, error: failed });
      }

      function failed(failure: TRPCClientError<typeof router>) {
        const error = explain(failure, signal);
        const pause = pauseBefore(error, attempts, repeatable, Math.random());
        if (pause === undefined) return observer.error(error);
        signal?.addEventListener("abort", stopWaiting);
        timer = setTimeout(() => {
          call = attempt();
        }, pause);
      }

      function stopWaiting() {
        observer.error(explain(new TRPCClientError("The caller gave up"), signal));
      }

      return () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", stopWaiting);
        call.unsubscribe();
      };
    });
