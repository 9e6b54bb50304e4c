import type { WorkspaceRole } from "@slacky/db/vocabulary";

import { can } from "../access/permissions";

/** A comment is its author's; who may moderate changes everyone's. */
export function mayChangeComment(
  by: { userId: string; role: WorkspaceRole },
  comment: { authorId: string },
): boolean {
  return comment.authorId === by.userId || can(by.role, "comment.moderate");
}
