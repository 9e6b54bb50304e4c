import { type DomainErrorCode, isDomainError } from "../shared/domain-error";
import { fromDatabase } from "../trpc/errors";
import { isRefusal } from "./refusal";

const httpStatus = {
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 400,
  conflict: 409,
  unprocessable: 422,
  too_many_requests: 429,
  unavailable: 503,
} as const satisfies Record<DomainErrorCode, number>;

/** A failed import as the answer its sender gets. What nobody foresaw is thrown on. */
export function explainFailure(error: unknown, signal: AbortSignal) {
  if (isRefusal(error))
    return answer(
      error.status,
      error.message,
      error.line === undefined ? {} : { line: error.line },
    );
  const known = isDomainError(error) ? error : fromDatabase(error);
  if (known) {
    const reason = Object.keys(known.details).length > 0 ? { reason: known.details } : {};
    return answer(httpStatus[known.code], known.message, reason);
  }
  if (signal.aborted) {
    return answer(408, "The import took too long and was given up. Nothing was imported.");
  }
  throw error;
}

function answer(status: number, message: string, more: Record<string, unknown> = {}) {
  return { status, body: { error: { message, ...more } } };
}
