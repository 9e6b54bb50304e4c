import type { Tx } from "@slacky/db";
import { commentMentions } from "@slacky/db/schema";
import { and, eq, sql } from "drizzle-orm";

import { mentionedIn } from "./mentions";

/** Keeps the members that the comment speaks to now. Others that it names are no more than text. */
export async function writeMentions(
  tx: Tx,
  workspaceId: string,
  commentId: string,
  body: string,
): Promise<void> {
  await tx
    .delete(commentMentions)
    .where(
      and(eq(commentMentions.workspaceId, workspaceId), eq(commentMentions.commentId, commentId)),
    );
  const userIds = mentionedIn(body);
  if (userIds.length === 0) return;
  await tx.execute(sql`
    insert into comment_mentions (workspace_id, comment_id, user_id)
    select workspace_id, ${commentId}, user_id from memberships
    where workspace_id = ${workspaceId} and ended_at is null
      and user_id = any (${`{${userIds.join(",")}}`}::uuid[])`);
}
