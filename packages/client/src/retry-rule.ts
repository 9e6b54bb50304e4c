/** What is known when a call has failed. */
export type Failure = {
  code: string;
  status: number | undefined;
  reason: { code?: string } | undefined;
  retryAfter: number | undefined;
};

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * How long to wait before a call is sent again, or undefined when it is not. `repeatable`: sending it
 * twice does it once. `random` is from 0 to 1, so that callers who failed together come back apart.
 */
export function pauseBefore(
  failure: Failure,
  attempts: number,
  repeatable: boolean,
  random: number,
): number | undefined {
  if (attempts >= ATTEMPTS || !mayPass(failure, repeatable)) return undefined;
  const told = (failure.retryAfter ?? 0) * 1000;
  if (told > LONGEST_PAUSE_MS) return undefined;
  return told + FIRST_PAUSE_MS * 2 ** (attempts - 1) * (0.5 + random / 2);
}

function mayPass({ code, status, reason }: Failure, repeatable: boolean): boolean {
  // Rolled back: it was not done.
  if (code === "CONFLICT" && reason?.code === "lock_busy") return true;
  // It may have been done, and its answer lost.
  return repeatable && code !== "ABORTED" && (status === 503 || code === "UNREACHABLE");
}
