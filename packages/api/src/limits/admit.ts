import { DomainError } from "../shared/domain-error";
import type { Limiter } from "./limiter";
import { type LimitedCall, takesOfCall } from "./takes-of-call";

/** Counts a call, and throws when it is one too many. */
export async function admit(limiter: Limiter, call: LimitedCall): Promise<void> {
  const seconds = await limiter.take(takesOfCall(call));
  if (seconds === null) return;
  throw new DomainError(
    "too_many_requests",
    `Too many requests: try again in ${inWords(seconds)}`,
    {
      code: "too_many_requests",
      retryAfterSeconds: seconds,
    },
  );
}

function inWords(seconds: number): string {
  const [count, unit] = seconds < 90 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
