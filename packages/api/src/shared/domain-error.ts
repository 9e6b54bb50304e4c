/** Why a rule said no. A closed set: the transport maps every member. */
export type DomainErrorCode =
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "invalid_input"
  | "conflict"
  | "unprocessable"
  | "too_many_requests"
  | "unavailable";

const brand = Symbol.for("slacky.domain-error");

export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly [brand] = true;
  readonly code: DomainErrorCode;
  readonly details: Record<string, unknown>;

  /** `message` is a sentence that a person may see; `details` travel to the caller as they are. */
  constructor(code: DomainErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** By brand, because the server's bundle and Next's each have a class of their own. */
export function isDomainError(error: unknown): error is DomainError {
  return typeof error === "object" && error !== null && brand in error;
}

export const notFound = (what: string) => new DomainError("not_found", `${what} not found`);

/** `reason` is what a program switches on. */
export const conflict = (reason: string, message: string, details: Record<string, unknown> = {}) =>
  new DomainError("conflict", message, { code: reason, ...details });

/** Bad input that only the server could see: named like a schema's own complaint. */
export const invalidField = (field: string, message: string) =>
  new DomainError("invalid_input", `${field}: ${message}`, { fields: { [field]: [message] } });
