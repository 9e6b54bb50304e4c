import type { Tx } from "@slacky/db";
import { comments, commentVersions } from "@slacky/db/schema";
import { and, count, eq, sql } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { assertMayChange } from "./assert-may-change";
import { commentIs, readComment } from "./comment-fields";
import type { EditCommentInput } from "./input";
import { lockComment } from "./lock-comment";
import { writeMentions } from "./write-mentions";

/** Gives a comment another text, and keeps the one it had. */
export async function editComment(tx: Tx, actor: Actor, { commentId, body }: EditCommentInput) {
  const { workspaceId } = actor;
  const locked = await lockComment(tx, workspaceId, commentId);
  assertMayChange(actor, locked);
  const before = await readComment(tx, workspaceId, commentId);
  if (before.body === body) return before;

  const editedAt = await keepVersion(tx, actor, before);
  await tx.update(comments).set({ body, editedAt }).where(commentIs(workspaceId, commentId));
  await writeMentions(tx, workspaceId, commentId, body);
  const after = await readComment(tx, workspaceId, commentId);
  await publish(tx, actor, {
    type: "comment.edited",
    subject: { kind: "comment", id: commentId },
    changes: {
      ticketId: [after.ticketId, after.ticketId],
      body: [before.body, body],
      mentionedIds: [before.mentionedIds, after.mentionedIds],
    },
  });
  return after;
}

type Former = Awaited<ReturnType<typeof readComment>>;

/** Answers the moment at which the version was replaced. */
async function keepVersion(tx: Tx, actor: Actor, { id, body, createdAt, editedAt }: Former) {
  const { workspaceId } = actor;
  const [former] = await tx
    .select({ count: count() })
    .from(commentVersions)
    .where(and(eq(commentVersions.workspaceId, workspaceId), eq(commentVersions.commentId, id)));
  const [kept] = await tx
    .insert(commentVersions)
    .values({
      ...{ workspaceId, commentId: id, body },
      seq: former!.count + 1, // A count has one row; the comment is held, so it stays so.
      writtenAt: editedAt ?? createdAt,
      replacedAt: sql`clock_timestamp()`,
      replacedById: actor.userId,
    })
    .returning({ at: commentVersions.replacedAt });
  return kept!.at; // An insert without a conflict clause returns its row.
}
