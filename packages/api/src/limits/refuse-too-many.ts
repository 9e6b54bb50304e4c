import type { Refusal } from "../edge/refusal";
import { admit } from "./admit";
import type { Limiter } from "./limiter";
import { retryAfter } from "./retry-after";
import type { LimitedCall } from "./takes-of-call";

/** Counts a request that is no call of the API, and answers it when it is one too many. */
export async function refuseTooMany(limiter: Limiter, call: LimitedCall): Promise<Refusal | null> {
  try {
    await admit(limiter, call);
    return null;
  } catch (error) {
    const seconds = retryAfter(error);
    if (seconds === undefined) throw error;
    const { message } = error as Error;
    return { status: 429, message, headers: { "retry-after": `${seconds}` } };
  }
}
