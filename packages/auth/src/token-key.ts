import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { SessionKind } from "@slacky/db/vocabulary";

const made = new Map<string, KeyObject>();

/** A key of each kind's own, so that a token of one kind is noise to the other. */
export function tokenKey(secret: string, kind: SessionKind): KeyObject {
  const name = `${kind} ${secret}`;
  let key = made.get(name);
  if (!key) {
    const bytes = hkdfSync("sha256", secret, "", `slacky ${kind} token`, 32);
    key = createSecretKey(new Uint8Array(bytes));
    made.set(name, key);
  }
  return key;
}
