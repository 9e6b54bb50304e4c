import { failureOf } from "~/trpc/failure";

import type { Patch } from "./ticket-edits";

const fields = [
  "title",
  "description",
  "priority",
  "assigneeId",
  "labelIds",
  "dueOn",
] as const satisfies (keyof Patch)[];

export type ConflictField = (typeof fields)[number];

/** Two people changed the same fields: what this one wrote, what is there, and since which version. */
export type Conflict = {
  version: number;
  fields: ({ name: ConflictField } & Sides)[];
};

type Sides = { yours: unknown; theirs: unknown };

/** The conflict that an error tells of, if it does. */
export function conflictOf(error: unknown): Conflict | null {
  const { reason } = failureOf(error);
  if (reason?.code !== "stale_version" || typeof reason.version !== "number") return null;
  const sides = (reason.fields ?? {}) as Partial<Record<ConflictField, Sides>>;
  const met = fields.flatMap((name) => (sides[name] ? [{ name, ...sides[name] }] : []));
  return met.length > 0 ? { version: reason.version, fields: met } : null;
}

/** Settles it one's own way: the same values again, on top of what has come in between. */
export function keepMine({ fields, version }: Conflict): { patch: Patch; seen: number } {
  const patch = Object.fromEntries(fields.map(({ name, yours }) => [name, yours]));
  return { patch: patch as Patch, seen: version };
}
