import { appRouter } from "@slacky/api";
import { MAX_BATCH } from "@slacky/api/edge";
import { retryAfter } from "@slacky/api/limits";
import type { ProcedureType, TRPCError } from "@trpc/server";

import { log } from "./log";

/** How both doors mount the router. */
export const trpcOptions = {
  router: appRouter,
  maxBatchSize: MAX_BATCH,
  responseMeta: ({ type, errors }: { type: ProcedureType | "unknown"; errors: TRPCError[] }) => {
    const headers = new Headers({ "cache-control": "private, no-store" });
    // A proxy that compresses a stream holds its events back.
    if (type === "subscription") headers.append("cache-control", "no-transform");
    if (errors.some(({ code }) => code === "SERVICE_UNAVAILABLE")) headers.set("retry-after", "5");
    const waits = errors.flatMap(({ cause }) => retryAfter(cause) ?? []);
    if (waits.length > 0) headers.set("retry-after", `${Math.max(...waits)}`);
    return { headers };
  },
};

/** What is our fault is logged with its cause; what is the caller's is only counted as an answer. */
export const logTrpcError =
  (requestId: string) =>
  ({ error, path }: { error: TRPCError; path: string | undefined }) => {
    if (error.code !== "INTERNAL_SERVER_ERROR" && error.code !== "SERVICE_UNAVAILABLE") return;
    log.error({ requestId, procedure: path, err: error.cause ?? error }, "A call failed");
  };
