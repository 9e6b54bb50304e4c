// The closed sets that the database, the rules and the browser all speak. No imports.

/** Lowest to highest: the index is the rank. */
export const workspaceRoles = ["viewer", "member", "admin", "owner"] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

/** The lifecycle, in order. Every state of a project belongs to one of these. */
export const stateCategories = ["open", "in_progress", "resolved", "closed"] as const;
export type StateCategory = (typeof stateCategories)[number];

/** Stored as the index, so that ordering by priority is ordering by a number. */
export const priorities = ["none", "low", "medium", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

/** Read from the first ticket to the second; the last of them reads alike both ways. */
export const relationKinds = ["blocks", "duplicates", "relates"] as const;
export type RelationKind = (typeof relationKinds)[number];

export const colors = [
  "red",
  "orange",
  "amber",
  "lime",
  "green",
  "teal",
  "sky",
  "blue",
  "violet",
  "pink",
  "gray",
] as const;
export type Color = (typeof colors)[number];

export const sessionKinds = ["browser", "bearer"] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const actorKinds = ["user", "import"] as const;
export type ActorKind = (typeof actorKinds)[number];
