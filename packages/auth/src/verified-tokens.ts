import type { KeyObject } from "node:crypto";

const MOST = 10_000;
const byKey = new WeakMap<KeyObject, Map<string, unknown>>();

/**
 * What a token said when its signature was checked. A signature stays right, and checking one costs
 * as much as the rest of a call; whether the session still stands is asked of the database each time.
 */
export function recall<T>(key: KeyObject, token: string): T | undefined {
  return byKey.get(key)?.get(token) as T | undefined;
}

export function remember<T>(key: KeyObject, token: string, claims: T): T {
  const known = byKey.get(key) ?? new Map<string, unknown>();
  byKey.set(key, known);
  // A map keeps the order in which it was filled: the first is the oldest.
  const [oldest] = known.size >= MOST ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
  known.set(token, claims);
  return claims;
}
