import type { Tx } from "@slacky/db";
import { users } from "@slacky/db/schema";
import { eq } from "drizzle-orm";

import type { UpdateProfileInput } from "./input";

export async function updateProfile(tx: Tx, userId: string, { name }: UpdateProfileInput) {
  const [user] = await tx
    .update(users)
    .set({ name })
    .where(eq(users.id, userId))
    .returning({ id: users.id, name: users.name, email: users.email });
  return user!; // The session that the gate read refers to this person.
}
