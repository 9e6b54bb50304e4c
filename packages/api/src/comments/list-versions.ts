import type { Tx } from "@slacky/db";
import { comments, tickets, commentVersions as versions } from "@slacky/db/schema";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";

import { packCursor, page, unpackCursor } from "../shared/cursor";
import { notFound } from "../shared/domain-error";
import { commentIs } from "./comment-fields";
import type { ListVersionsInput } from "./input";

const cursorKey = z.tuple([z.int()]);

/** What a comment said before, oldest first. What it says now is the comment itself. */
export async function listVersions(tx: Tx, secret: string, input: ListVersionsInput) {
  const { workspaceId, commentId, cursor, limit } = input;
  await assertLive(tx, workspaceId, commentId);
  const scope = JSON.stringify(["comments.versions", workspaceId, commentId]);
  const after = cursor ? unpackCursor(secret, scope, cursor, cursorKey) : undefined;
  const rows = await tx
    .select({
      seq: versions.seq,
      body: versions.body,
      writtenAt: versions.writtenAt,
      replacedAt: versions.replacedAt,
      replacedById: versions.replacedById,
    })
    .from(versions)
    .where(
      and(
        eq(versions.workspaceId, workspaceId),
        eq(versions.commentId, commentId),
        after && gt(versions.seq, after[0]),
      ),
    )
    .orderBy(asc(versions.seq))
    .limit(limit + 1);
  return page(rows, limit, (row) => packCursor(secret, scope, [row.seq]));
}

async function assertLive(tx: Tx, workspaceId: string, commentId: string): Promise<void> {
  const [comment] = await tx
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(
      tickets,
      and(eq(tickets.workspaceId, comments.workspaceId), eq(tickets.id, comments.ticketId)),
    )
    .where(
      and(commentIs(workspaceId, commentId), isNull(comments.deletedAt), isNull(tickets.deletedAt)),
    );
  if (!comment) throw notFound("Comment");
}
