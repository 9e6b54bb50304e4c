import { sqlState } from "@slacky/db";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

import { conflict, DomainError, type DomainErrorCode, isDomainError } from "../shared/domain-error";

const trpcCode = {
  unauthorized: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  invalid_input: "BAD_REQUEST",
  conflict: "CONFLICT",
  unprocessable: "UNPROCESSABLE_CONTENT",
  too_many_requests: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<DomainErrorCode, TRPCError["code"]>;

/** Whatever failed, as the error the caller gets. */
export function toTRPCError(error: TRPCError): TRPCError {
  const known = isDomainError(error.cause) ? error.cause : fromDatabase(error);
  if (known)
    return new TRPCError({ code: trpcCode[known.code], message: known.message, cause: known });
  if (error.cause instanceof ZodError && error.code === "BAD_REQUEST") {
    return new TRPCError({
      code: "BAD_REQUEST",
      message: sentence(error.cause),
      cause: error.cause,
    });
  }
  if (error.code === "INTERNAL_SERVER_ERROR") {
    // The cause is logged by the server; its words are not for the caller.
    return new TRPCError({
      code: error.code,
      message: "Something went wrong on our side",
      cause: error.cause,
    });
  }
  return error;
}

const busy = () =>
  conflict("lock_busy", "Someone else is changing this right now; try again", { retryable: true });
const down = () =>
  new DomainError("unavailable", "The database is not reachable right now; try again shortly");
const malformed = () =>
  new DomainError("invalid_input", "A value has characters or a size that cannot be stored");

/** Keyed by SQLSTATE; where the four last characters do not matter, by class. */
const byState: Record<string, () => DomainError> = {
  "40001": busy,
  "40P01": busy,
  "55P03": busy,
  "22021": malformed,
  "22P05": malformed,
  "22P02": malformed,
  "22003": malformed,
  "22007": malformed,
  "22008": malformed,
  "54000": malformed,
  "22001": malformed,
  "23503": () => new DomainError("not_found", "Not found"),
  "23505": () => conflict("duplicate", "This exists already"),
  "57014": down,
  "25P03": down,
  "57P01": down,
  "57P02": down,
  "57P03": down,
};
const byClass: Record<string, () => DomainError> = { "08": down, "53": down };

/** postgres.js' and Node's own codes for a server that is away or a pool that is full. */
const connectionCodes =
  /^(CONNECTION_|CONNECT_TIMEOUT|DEADLINE|POOL_BUSY|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)/;

/** The domain error that a failure of the database amounts to, where it is one we know. */
export function fromDatabase(error: unknown): DomainError | undefined {
  const state = sqlState(error);
  if (state) return (byState[state] ?? byClass[state.slice(0, 2)])?.();
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string" && connectionCodes.test(code)) return down();
  }
  return undefined;
}

/** The first complaint, with the field it is about. */
function sentence(error: ZodError): string {
  const [path, messages] = Object.entries(fieldsOf(error))[0] ?? ["input", ["Not valid"]];
  return `${path}: ${messages[0]}`;
}

/** A Map on the way, because a field may be called "constructor". */
function fieldsOf(error: ZodError): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
    for (const key of unknown) {
      const path = [...issue.path, ...(key === undefined ? [] : [key])].join(".") || "input";
      const message = key === undefined ? issue.message : "Unknown field";
      fields.set(path, [...(fields.get(path) ?? []), message]);
    }
  }
  return Object.fromEntries(fields);
}

/** The wire's error: tRPC's shape without a stack, with `reason` for programs and `fields` for forms. */
export function shapeError<Shape extends { message: string; data: { stack?: string } }>(
  shape: Shape,
  error: TRPCError,
) {
  const { stack: _, ...data } = shape.data;
  const cause = isDomainError(error.cause) ? error.cause : undefined;
  // Bad input names the fields of a form; the fields of a conflict are part of its reason.
  const named =
    cause?.code === "invalid_input"
      ? (cause.details.fields as Record<string, string[]>)
      : undefined;
  const reason = named ? {} : (cause?.details ?? {});
  const fields = error.cause instanceof ZodError ? fieldsOf(error.cause) : named;
  return {
    ...shape,
    data: {
      ...(data as Omit<Shape["data"], "stack">),
      ...(Object.keys(reason).length > 0 ? { reason: reason as { code?: string } } : {}),
      ...(fields ? { fields } : {}),
    },
  };
}
