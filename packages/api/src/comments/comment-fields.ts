import type { Tx } from "@slacky/db";
import { comments } from "@slacky/db/schema";
import { and, eq, sql } from "drizzle-orm";

/** A comment as callers see it. */
export const commentFields = {
  id: comments.id,
  ticketId: comments.ticketId,
  authorId: comments.authorId,
  body: comments.body,
  mentionedIds: sql<string[]>`array(
    select m.user_id from comment_mentions m
    where m.workspace_id = comments.workspace_id and m.comment_id = comments.id order by m.user_id)`,
  createdAt: comments.createdAt,
  editedAt: comments.editedAt,
};

export const commentIs = (workspaceId: string, commentId: string) =>
  and(eq(comments.workspaceId, workspaceId), eq(comments.id, commentId));

/** One comment that is known to be there. */
export async function readComment(tx: Tx, workspaceId: string, commentId: string) {
  const [comment] = await tx
    .select(commentFields)
    .from(comments)
    .where(commentIs(workspaceId, commentId));
  return comment!; // The caller has locked it or written it.
}
