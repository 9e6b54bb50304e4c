import type { Tx } from "@slacky/db";
import { comments } from "@slacky/db/schema";
import { and, isNull } from "drizzle-orm";

import { notFound } from "../shared/domain-error";
import { commentIs } from "./comment-fields";
import { lockCommentedTicket } from "./lock-commented-ticket";

/** The comment's row, held until the transaction ends, after its ticket in the order of locks. */
export async function lockComment(tx: Tx, workspaceId: string, commentId: string) {
  const [found] = await tx
    .select({ ticketId: comments.ticketId })
    .from(comments)
    .where(commentIs(workspaceId, commentId));
  // A comment never changes its ticket.
  const held = found && (await lockCommentedTicket(tx, workspaceId, found.ticketId));
  const [comment] = held
    ? await tx
        .select()
        .from(comments)
        .where(and(commentIs(workspaceId, commentId), isNull(comments.deletedAt)))
        .for("update")
    : [];
  if (!comment) throw notFound("Comment");
  return comment;
}
