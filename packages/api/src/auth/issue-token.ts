import { signBearer, signIn } from "@slacky/auth";
import type { Db } from "@slacky/db";

import { DomainError } from "../shared/domain-error";
import type { TokenInput } from "./input";

/** A bearer token for a program. It is good for an hour, or until its session is revoked. */
export async function issueToken(db: Db, secret: string, { email, password }: TokenInput) {
  const session = await signIn(db, email, password, "bearer");
  if (!session)
    throw new DomainError("unauthorized", "The e-mail address or the password is wrong");
  return {
    token: await signBearer(session, secret),
    expiresAt: session.expiresAt.toISOString(),
  };
}
