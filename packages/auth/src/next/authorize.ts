import type { Db } from "@slacky/db";

import { signIn } from "../sign-in";
import type { OpenedSession } from "../token";

type Credentials = Record<"email" | "password", unknown> | undefined;

/** What next-auth carries from a sign-in to the token it makes. */
export type SignedIn = OpenedSession & { id: string };

/** A body can hold anything: only text that a person could have typed is looked up. */
export async function authorize(db: Db, credentials: Credentials): Promise<SignedIn | null> {
  const { email, password } = credentials ?? {};
  if (!isText(email, 320) || !isText(password, 256)) return null;
  const session = await signIn(db, email, password, "browser");
  return session && { id: session.userId, ...session };
}

const isText = (value: unknown, max: number): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= max && !value.includes("\0");
