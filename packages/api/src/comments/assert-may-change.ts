import { DomainError } from "../shared/domain-error";
import { mayChangeComment } from "./may-change";

/** Throws unless the comment is one's own, or one moderates. */
export function assertMayChange(...[by, comment]: Parameters<typeof mayChangeComment>): void {
  if (mayChangeComment(by, comment)) return;
  throw new DomainError("forbidden", "Only its author or an admin changes a comment", {
    code: "not_author",
  });
}
