/** The PostgreSQL error behind whatever the query builder threw, if there is one. */
function postgresError(error: unknown): { code: string; constraint_name?: string } | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return at as never;
  }
  return undefined;
}

/** The five-character SQLSTATE of a failed query. */
export function sqlState(error: unknown): string | undefined {
  return postgresError(error)?.code;
}

/** True when the query failed on this unique index or constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const found = postgresError(error);
  return found?.code === "23505" && found.constraint_name === constraint;
}
