import type { WorkspaceRole } from "@slacky/db/vocabulary";

import { conflict, DomainError } from "../shared/domain-error";
import { mayGrant } from "./may-grant";

type Membership = { userId: string; role: WorkspaceRole };

/** Throws unless `own` may end the membership or give it another role: nobody touches who stands above. */
export function assertMayChange(own: Membership, target: Membership, to?: WorkspaceRole): void {
  if (mayGrant(own.role, target.role) && (to === undefined || mayGrant(own.role, to))) return;
  throw new DomainError("forbidden", "Your role does not allow you to change this membership", {
    code: "role_too_low",
  });
}

/** Throws when this change would leave the workspace without an owner. `owners` are the ones now. */
export function assertOwnerRemains(owners: number, target: Membership, to?: WorkspaceRole): void {
  if (target.role !== "owner" || to === "owner" || owners > 1) return;
  throw conflict(
    "last_owner",
    "A workspace keeps at least one owner: make someone else an owner first",
  );
}
