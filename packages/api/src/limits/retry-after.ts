import { isDomainError } from "../shared/domain-error";

/** The seconds after which what failed may be tried again, where the error says so. */
export function retryAfter(error: unknown): number | undefined {
  if (!isDomainError(error) || error.code !== "too_many_requests") return undefined;
  return error.details.retryAfterSeconds as number;
}
