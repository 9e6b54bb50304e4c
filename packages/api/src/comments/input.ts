import { z } from "zod";

import { body, cursor, id, limit } from "../shared/schemas";

const said = body.refine((text) => text.trim() !== "", "A comment says something");
const ofComment = { workspaceId: id, commentId: id };

export const addCommentInput = z.strictObject({ workspaceId: id, ticketId: id, body: said });
export type AddCommentInput = z.output<typeof addCommentInput>;

export const editCommentInput = z.strictObject({ ...ofComment, body: said });
export type EditCommentInput = z.output<typeof editCommentInput>;

export const commentInput = z.strictObject(ofComment);

export const listCommentsInput = z.strictObject({
  workspaceId: id,
  ticketId: id,
  cursor: cursor.nullish(),
  limit,
});
export type ListCommentsInput = z.output<typeof listCommentsInput>;

export const listVersionsInput = z.strictObject({ ...ofComment, cursor: cursor.nullish(), limit });
export type ListVersionsInput = z.output<typeof listVersionsInput>;
