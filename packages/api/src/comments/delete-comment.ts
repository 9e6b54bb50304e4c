import type { Tx } from "@slacky/db";
import { comments } from "@slacky/db/schema";
import { sql } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertMayChange } from "./assert-may-change";
import { commentIs } from "./comment-fields";
import { lockComment } from "./lock-comment";

/** Takes a comment out of every list. Its row and its versions stay. */
export async function deleteComment(
  tx: Tx,
  actor: Actor,
  { commentId }: { commentId: string },
): Promise<void> {
  const { workspaceId } = actor;
  const locked = await lockComment(tx, workspaceId, commentId);
  assertMayChange(actor, locked);

  const [deleted] = await tx
    .update(comments)
    .set({ deletedAt: sql`clock_timestamp()` })
    .where(commentIs(workspaceId, commentId))
    .returning({ at: comments.deletedAt });
  await publish(tx, actor, {
    type: "comment.deleted",
    subject: { kind: "comment", id: commentId },
    changes: {
      ticketId: [locked.ticketId, locked.ticketId],
      deletedAt: [null, deleted!.at], // Held above.
    },
  });
}
