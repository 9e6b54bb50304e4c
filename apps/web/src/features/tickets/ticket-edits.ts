import type { RouterInputs, RouterOutputs } from "@slacky/api";

export type Ticket = RouterOutputs["tickets"]["get"];

/** What can be set in one edit: a state, an assignee, or fields. */
export type Patch = Partial<RouterInputs["tickets"]["update"]["patch"]> & { state?: string };

/** A change, and the version of the ticket that its author was looking at. */
export type Edit = { patch: Patch; seen: number };

export type Outcome = "saved" | "conflict" | "refused";

/** The ticket as its reader shall see it: what the server knows, with every change on its way. */
export function withEdits(ticket: Ticket, edits: Edit[]): Ticket {
  return Object.assign({}, ticket, ...edits.map((edit) => edit.patch));
}

/** An answer that was overtaken by a newer one changes nothing. */
export function newer(one: Ticket, other: Ticket): Ticket {
  return other.version > one.version ? other : one;
}

/**
 * The version that an edit builds on: the one its author saw, or, in fields that they have written
 * since, their own. Without the second, whoever changes a field twice in a row would meet themselves.
 */
export function baseVersion({ patch, seen }: Edit, written: Record<string, number>): number {
  return Math.max(seen, ...Object.keys(patch).map((field) => written[field] ?? 0));
}
