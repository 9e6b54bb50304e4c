import type { Tx } from "@slacky/db";
import { invites } from "@slacky/db/schema";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";

import { packCursor, page, unpackCursor } from "../shared/cursor";
import type { ListInvitesInput } from "./input";

const cursorKey = z.tuple([z.string(), z.string()]);

/** Invites that can still be used, newest first. Never their tokens. */
export async function listInvites(tx: Tx, secret: string, input: ListInvitesInput) {
  const { workspaceId, cursor, limit } = input;
  const scope = JSON.stringify(["invites.list", workspaceId]);
  const after = cursor ? unpackCursor(secret, scope, cursor, cursorKey) : undefined;
  const rows = await tx
    .select({
      id: invites.id,
      email: invites.email,
      role: invites.role,
      createdById: invites.createdById,
      createdAt: invites.createdAt,
      expiresAt: invites.expiresAt,
    })
    .from(invites)
    .where(
      and(
        eq(invites.workspaceId, workspaceId),
        isNull(invites.acceptedAt),
        isNull(invites.revokedAt),
        sql`${invites.expiresAt} > now()`,
        after &&
          sql`(${invites.createdAt}, ${invites.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(invites.createdAt), desc(invites.id))
    .limit(limit + 1);
  return page(rows, limit, (row) => packCursor(secret, scope, [row.createdAt, row.id]));
}
