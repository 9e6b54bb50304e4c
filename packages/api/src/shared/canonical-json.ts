/** JSON with the names of each object in order: equal for values that are equal. */
export function canonicalJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part) => (isRecord(part) ? inOrder(part) : part));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// From entries, because a name may be "__proto__".
const inOrder = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
