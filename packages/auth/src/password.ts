import { hash, verify } from "@node-rs/argon2";

import { hashingTurn } from "./hashing-turn";

// The library's default algorithm is Argon2id; its enum is not there at run time.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password nobody has, at the same cost as everybody's. */
const nobody =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

export function hashPassword(password: string): Promise<string> {
  return hashingTurn(() => hash(normal(password), cost));
}

/** Does the same work for somebody who is not there, so that time does not tell. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await hashingTurn(() => verify(stored ?? nobody, normal(password)));
  return stored !== null && matches;
}

/** Keyboards differ in how they compose an umlaut; the person typed the same password. */
const normal = (password: string) => password.normalize("NFC");
