import type { TRPCClientError } from "@trpc/client";

import { ForeignAnswer } from "./foreign-answer";
import type { router } from "./router";

const brand = Symbol.for("slacky.client-error");

/** Why a call failed, as it says. */
type Explained = {
  /** As `CONFLICT`; `UNREACHABLE` where no answer came, `ABORTED` where the caller gave up. */
  code: string;
  /** Of the HTTP answer, where one came. */
  status: number | undefined;
  /** What a program switches on, with details: `{ code: "illegal_transition", allowed: [...] }`. */
  reason: { code?: string; [detail: string]: unknown } | undefined;
  /** Bad input, field by field. */
  fields: Record<string, string[]> | undefined;
  /** Seconds to wait before the call may be made again. */
  retryAfter: number | undefined;
};

export type SlackyError = TRPCClientError<typeof router> & Explained;

/** True for every error that a call of a Slacky client ends with. */
export const isSlackyError = (error: unknown): error is SlackyError =>
  error instanceof Error && brand in error;

/** The same error, with what it says where a program looks for it. `signal` is the caller's own. */
export function explain(
  error: TRPCClientError<typeof router>,
  signal: AbortSignal | null | undefined,
): SlackyError {
  const { data } = error;
  const response = answerOf(error);
  const explained: Explained = {
    code: data?.code ?? codeWithoutAnswer(response, signal),
    status: response?.status,
    reason: data?.reason,
    fields: data?.fields,
    retryAfter: secondsOf(response?.headers.get("retry-after")),
  };
  return Object.assign(error, explained, { [brand]: true });
}

function answerOf({ cause, meta }: TRPCClientError<typeof router>): Response | undefined {
  if (cause instanceof ForeignAnswer) return cause.response;
  return meta?.response as Response | undefined; // Where `fetch` answered, tRPC puts it there.
}

/** The edge of the server, or a proxy before it, answers without a code of tRPC's. */
function codeWithoutAnswer(
  response: Response | undefined,
  signal: AbortSignal | null | undefined,
): string {
  if (signal?.aborted) return "ABORTED";
  return response ? `HTTP_${response.status}` : "UNREACHABLE";
}

function secondsOf(header: string | null | undefined): number | undefined {
  return header && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}
