import type { Tx } from "@slacky/db";
import { comments } from "@slacky/db/schema";
import { uuidv7 } from "uuidv7";

import { publish } from "../events/publish";
import { notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import { readComment } from "./comment-fields";
import type { AddCommentInput } from "./input";
import { lockCommentedTicket } from "./lock-commented-ticket";
import { writeMentions } from "./write-mentions";

export async function addComment(tx: Tx, actor: Actor, { ticketId, body }: AddCommentInput) {
  const { workspaceId } = actor;
  if (!(await lockCommentedTicket(tx, workspaceId, ticketId))) throw notFound("Ticket");

  const id = uuidv7();
  await tx.insert(comments).values({ workspaceId, id, ticketId, authorId: actor.userId, body });
  await writeMentions(tx, workspaceId, id, body);
  const comment = await readComment(tx, workspaceId, id);
  await publish(tx, actor, {
    type: "comment.added",
    subject: { kind: "comment", id },
    changes: {
      ticketId: [null, ticketId],
      body: [null, body],
      mentionedIds: [null, comment.mentionedIds],
    },
  });
  return comment;
}
