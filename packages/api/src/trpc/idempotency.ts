import { createHash } from "node:crypto";
import type { Tx } from "@slacky/db";
import { idempotencyKeys } from "@slacky/db/schema";
import { and, eq, sql } from "drizzle-orm";

import { canonicalJson } from "../shared/canonical-json";
import { conflict, DomainError, invalidField } from "../shared/domain-error";
import { seal, unseal } from "./seal";

/** A call that is to be made once, however often it is sent. */
export type KeyedCall = { userId: string; key: string; path: string; input: unknown };

const visibleAscii = /^[\x21-\x7e]{1,255}$/;

/**
 * Claims the key in the call's own transaction, so that it is kept exactly when the work is. Someone
 * at the same work with the same key is waited for. Answers what the first call answered, or
 * undefined when this is the first.
 */
export async function claimKey(
  tx: Tx,
  secret: string,
  call: KeyedCall,
): Promise<{ data: unknown } | undefined> {
  if (!visibleAscii.test(call.key)) {
    throw invalidField("Idempotency-Key", "Must be 1 to 255 visible ASCII characters");
  }
  const requestHash = hashOf(call);
  // An update that changes nothing, because it reads and holds a row that is already there.
  const [row] = await tx
    .insert(idempotencyKeys)
    .values({ userId: call.userId, key: call.key, requestHash, response: sql`'null'::jsonb` })
    .onConflictDoUpdate({
      target: [idempotencyKeys.userId, idempotencyKeys.key],
      set: { key: sql`excluded.key` },
    })
    .returning({ requestHash: idempotencyKeys.requestHash, response: idempotencyKeys.response });
  if (row!.requestHash !== requestHash) {
    throw new DomainError(
      "unprocessable",
      "This Idempotency-Key was used for another call; take a new one",
      { code: "idempotency_key_reused" },
    );
  }
  return row!.response === null ? undefined : read(secret, call, row!.response as string);
}

/** Keeps the answer of a call whose key was claimed. */
export async function keepAnswer(
  tx: Tx,
  secret: string,
  call: KeyedCall,
  data: unknown,
): Promise<void> {
  // Sealed: an answer may hold what is shown once, such as the link of an invitation.
  const response = seal(secret, labelOf(call), JSON.stringify({ data }));
  await tx
    .update(idempotencyKeys)
    .set({ response })
    .where(and(eq(idempotencyKeys.userId, call.userId), eq(idempotencyKeys.key, call.key)));
}

function read(secret: string, call: KeyedCall, response: string): { data: unknown } {
  try {
    return JSON.parse(unseal(secret, labelOf(call), response));
  } catch {
    throw conflict("answer_unreadable", "This was done, but its answer can no longer be read");
  }
}

const labelOf = ({ userId, key }: KeyedCall) => `${userId} ${key}`;

const hashOf = ({ path, input }: KeyedCall) =>
  createHash("sha256")
    .update(`${path}\0${canonicalJson(input) ?? ""}`)
    .digest("base64url");
