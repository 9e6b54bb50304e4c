import { DomainError, isDomainError } from "../shared/domain-error";

/** Why one ticket of many stands in the way of the rest. */
export type BulkFailure = { ticketId: string; code: string; message: string };

/** Runs a rule for one ticket, and keeps a refusal instead of throwing it. */
export function orFailure<T>(
  failures: BulkFailure[],
  ticketId: string,
  rule: () => T,
): T | undefined {
  try {
    return rule();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { code, message, details } = error;
    failures.push({ ticketId, code, message, ...details });
    return undefined;
  }
}

/** Throws for all that failed at once: as not found, when none of them is there. */
export function assertNoFailures(failures: BulkFailure[]): void {
  if (failures.length === 0) return;
  const absent = failures.every(({ code }) => code === "not_found");
  const count = failures.length === 1 ? "1 of the tickets" : `${failures.length} of the tickets`;
  throw new DomainError(
    absent ? "not_found" : "conflict",
    absent ? "Ticket not found" : `Nothing was changed, because of ${count}`,
    { code: "bulk_refused", failures },
  );
}
