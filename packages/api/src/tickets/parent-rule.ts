import { conflict } from "../shared/domain-error";

/** Throws when a ticket would stand, over however many steps, under itself. */
export function assertNoCycle(ticketId: string, parentId: string, ancestors: string[]): void {
  if (parentId !== ticketId && !ancestors.includes(ticketId)) return;
  throw conflict("parent_cycle", "A ticket cannot stand under one of its own sub-tickets", {
    parentId,
  });
}
