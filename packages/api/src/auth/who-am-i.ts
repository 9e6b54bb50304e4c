import type { Tx } from "@slacky/db";
import { users } from "@slacky/db/schema";
import type { WorkspaceRole } from "@slacky/db/vocabulary";
import { eq, sql } from "drizzle-orm";

type MyWorkspace = { id: string; slug: string; name: string; role: WorkspaceRole };

/** The person signed in, and the workspaces they are in. */
export async function whoAmI(tx: Tx, user: { id: string; sessionId: string }) {
  const [me] = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, user.id));
  const rows = await tx.execute<MyWorkspace>(
    sql`select id, slug, name, role from my_workspaces(${user.id}, ${user.sessionId})`,
  );
  const workspaces = rows.map(({ id, slug, name, role }) => ({ id, slug, name, role }));
  // The session row, which the gate has just read, refers to this person.
  return { user: me!, workspaces };
}
