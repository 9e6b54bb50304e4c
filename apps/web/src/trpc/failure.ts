import { TRPCClientError } from "@trpc/client";

export type Failure = {
  /** tRPC's word for it, or OFFLINE when no answer came. */
  code: string;
  /** Why, in the server's vocabulary, with its details. */
  reason: ({ code: string } & Record<string, unknown>) | null;
  /** The server's sentence. */
  message: string;
  /** The fields of the input that were refused. */
  fields: string[];
};

/** What can be known about anything a call may throw. */
export function failureOf(error: unknown): Failure {
  const none = { reason: null, message: "", fields: [] };
  if (!(error instanceof TRPCClientError)) return { code: "UNKNOWN", ...none };
  const data: unknown = error.data;
  if (!isRecord(data)) return { code: "OFFLINE", ...none };
  return {
    code: typeof data.code === "string" ? data.code : "UNKNOWN",
    reason: hasCode(data.reason) ? data.reason : null,
    message: error.message,
    fields: isRecord(data.fields) ? Object.keys(data.fields) : [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function hasCode(value: unknown): value is { code: string } & Record<string, unknown> {
  return isRecord(value) && typeof value.code === "string";
}
