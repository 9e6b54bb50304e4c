import { router } from "../trpc/init";
import { may } from "../trpc/procedures";
import { addComment } from "./add-comment";
import { deleteComment } from "./delete-comment";
import { editComment } from "./edit-comment";
import {
  addCommentInput,
  commentInput,
  editCommentInput,
  listCommentsInput,
  listVersionsInput,
} from "./input";
import { listComments } from "./list-comments";
import { listVersions } from "./list-versions";
import { mentionedIn } from "./mentions";

/** The gate holds the members who are spoken to, in one order with the caller. */
const mentioned = (input: unknown) => {
  const text = (input as { body?: unknown } | undefined)?.body;
  return typeof text === "string" ? mentionedIn(text) : [];
};

export const commentsRouter = router({
  list: may("comment.read")
    .input(listCommentsInput)
    .query(({ ctx, input }) => listComments(ctx.tx, ctx.secret, input)),

  versions: may("comment.read")
    .input(listVersionsInput)
    .query(({ ctx, input }) => listVersions(ctx.tx, ctx.secret, input)),

  add: may("comment.add", mentioned)
    .input(addCommentInput)
    .mutation(({ ctx, input }) => addComment(ctx.tx, ctx.actor, input)),

  edit: may("comment.edit", mentioned)
    .input(editCommentInput)
    .mutation(({ ctx, input }) => editComment(ctx.tx, ctx.actor, input)),

  delete: may("comment.delete")
    .input(commentInput)
    .mutation(({ ctx, input }) => deleteComment(ctx.tx, ctx.actor, input)),
});
