import { hashPassword, normaliseEmail } from "@slacky/auth";
import { type Db, isUniqueViolation, transaction } from "@slacky/db";
import { passwords, users } from "@slacky/db/schema";
import { uuidv7 } from "uuidv7";

import { conflict } from "../shared/domain-error";
import type { RegisterInput } from "./input";

/** A new person with a password. The hash is made first: nothing waits inside a transaction. */
export async function register(db: Db, { name, email, password }: RegisterInput) {
  const userId = uuidv7();
  const hash = await hashPassword(password);
  try {
    await transaction(db, "write", async (tx) => {
      await tx.insert(users).values({ id: userId, name, email: normaliseEmail(email) });
      await tx.insert(passwords).values({ userId, hash });
    });
  } catch (error) {
    if (!isUniqueViolation(error, "users_email_key")) throw error;
    throw conflict("email_taken", "Somebody has registered with this e-mail address already");
  }
  return { userId };
}
