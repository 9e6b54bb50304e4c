import { type WorkspaceRole, workspaceRoles } from "@slacky/db/vocabulary";

/** Nobody hands out a role above their own. */
export function mayGrant(own: WorkspaceRole, granted: WorkspaceRole): boolean {
  return workspaceRoles.indexOf(granted) <= workspaceRoles.indexOf(own);
}
