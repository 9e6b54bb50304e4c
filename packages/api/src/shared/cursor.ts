import { createHmac, timingSafeEqual } from "node:crypto";
import type { z } from "zod";

import { invalidField } from "./domain-error";

/**
 * Opaque keyset cursors, signed. `scope` says which list, workspace and filters a cursor is for:
 * it is signed along and not sent, so a cursor of another list does not open this one.
 */
export function packCursor(secret: string, scope: string, key: readonly unknown[]): string {
  const payload = Buffer.from(JSON.stringify(key)).toString("base64url");
  return `${payload}.${sign(secret, scope, payload)}`;
}

/** Throws `invalid_input` for anything that `packCursor` did not make for this scope. */
export function unpackCursor<T extends z.ZodType>(
  secret: string,
  scope: string,
  cursor: string,
  shape: T,
): z.output<T> {
  const [payload = "", signature = "", ...rest] = cursor.split(".");
  const expected = Buffer.from(sign(secret, scope, payload));
  const given = Buffer.from(signature);
  const genuine =
    rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
  if (!genuine) throw invalidField("cursor", "Not a cursor of this list");
  // Ours, but perhaps of an older build that kept another key.
  const key = shape.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  if (!key.success) throw invalidField("cursor", "No longer a cursor of this list");
  return key.data;
}

function sign(secret: string, scope: string, payload: string): string {
  const key = `slacky cursor ${secret}`;
  const mac = createHmac("sha256", key).update(scope).update("\0").update(payload).digest();
  return mac.subarray(0, 16).toString("base64url");
}

/** Cuts a page from `limit + 1` rows: the extra row only says whether there is more. */
export function page<Row>(rows: Row[], limit: number, pack: (row: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? pack(last) : null };
}
