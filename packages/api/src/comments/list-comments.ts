import type { Tx } from "@slacky/db";
import { comments } from "@slacky/db/schema";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";

import { packCursor, page, unpackCursor } from "../shared/cursor";
import { getTicket } from "../tickets/get-ticket";
import { commentFields } from "./comment-fields";
import type { ListCommentsInput } from "./input";

const cursorKey = z.tuple([z.string(), z.string()]);

/** A ticket's comments, oldest first. */
export async function listComments(tx: Tx, secret: string, input: ListCommentsInput) {
  const { workspaceId, ticketId, cursor, limit } = input;
  await getTicket(tx, workspaceId, ticketId);
  const scope = JSON.stringify(["comments.list", workspaceId, ticketId]);
  const after = cursor ? unpackCursor(secret, scope, cursor, cursorKey) : undefined;
  const rows = await tx
    .select(commentFields)
    .from(comments)
    .where(
      and(
        eq(comments.workspaceId, workspaceId),
        eq(comments.ticketId, ticketId),
        isNull(comments.deletedAt),
        after &&
          sql`(${comments.createdAt}, ${comments.id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(limit + 1);
  return page(rows, limit, (row) => packCursor(secret, scope, [row.createdAt, row.id]));
}
