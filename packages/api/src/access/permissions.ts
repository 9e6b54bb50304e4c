import { type WorkspaceRole, workspaceRoles } from "@slacky/db/vocabulary";

/**
 * What the gate holds while the work runs. `none`: a read. `share`: the caller's membership, so that
 * its end waits for the work. `workspace`: the workspace row, for changes of memberships.
 */
export type GateLock = "none" | "share" | "workspace";

export type Rule = {
  least: WorkspaceRole;
  lock: GateLock;
  /** For work that is known to be long. */
  deadlineMs?: number;
};

/** The least role for each thing, and the first lock that doing it takes. The only place this is written. */
export const permissions = {
  "member.read": { least: "viewer", lock: "none" },
  "member.add": { least: "admin", lock: "workspace" },
  "member.setRole": { least: "admin", lock: "workspace" },
  "member.remove": { least: "admin", lock: "workspace" },
  "member.leave": { least: "viewer", lock: "workspace" },
  "invite.read": { least: "admin", lock: "none" },
  "invite.create": { least: "admin", lock: "share" },
  "invite.revoke": { least: "admin", lock: "share" },
  "project.read": { least: "viewer", lock: "none" },
  "project.create": { least: "member", lock: "share" },
  "project.edit": { least: "member", lock: "share" },
  "project.archive": { least: "admin", lock: "share" },
  "ticket.read": { least: "viewer", lock: "none" },
  "ticket.create": { least: "member", lock: "share" },
  "ticket.import": { least: "member", lock: "share" },
  "ticket.update": { least: "member", lock: "share" },
  "ticket.assign": { least: "member", lock: "share" },
  "ticket.transition": { least: "member", lock: "share" },
  "ticket.move": { least: "member", lock: "share" },
  "ticket.delete": { least: "member", lock: "share" },
  "label.read": { least: "viewer", lock: "none" },
  "label.create": { least: "member", lock: "share" },
  "audit.read": { least: "admin", lock: "none" },
  "audit.verify": { least: "admin", lock: "none", deadlineMs: 120_000 },
  "comment.read": { least: "viewer", lock: "none" },
  "comment.add": { least: "member", lock: "share" },
  "comment.edit": { least: "member", lock: "share" },
  "comment.delete": { least: "member", lock: "share" },
  "comment.moderate": { least: "admin", lock: "share" },
  "relation.read": { least: "viewer", lock: "none" },
  "relation.edit": { least: "member", lock: "share" },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

export function can(role: WorkspaceRole, permission: Permission): boolean {
  return workspaceRoles.indexOf(role) >= workspaceRoles.indexOf(permissions[permission].least);
}
