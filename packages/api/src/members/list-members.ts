import type { Tx } from "@slacky/db";
import { memberships, users } from "@slacky/db/schema";
import { and, asc, eq, isNull, sql } from "drizzle-orm";

export const memberFields = {
  userId: memberships.userId,
  name: users.name,
  email: users.email,
  role: memberships.role,
  endedAt: memberships.endedAt,
};

/** Members by name; with `includeEnded`, also those who left and the placeholders of imports. */
export async function listMembers(tx: Tx, workspaceId: string, includeEnded: boolean) {
  const items = await tx
    .select(memberFields)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        includeEnded ? undefined : isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(sql`lower(${users.name})`), asc(memberships.userId));
  return { items };
}
