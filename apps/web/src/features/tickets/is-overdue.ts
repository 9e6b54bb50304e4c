import type { StateCategory } from "@slacky/api/rules";

/** Whether the reader's day is past the due day, for work that is still to be done. */
export function isOverdue(
  dueOn: string | null,
  category: StateCategory | undefined,
  now: Date,
  timeZone: string,
): boolean {
  if (dueOn === null || category === "resolved" || category === "closed") return false;
  // Swedish writes a day as ISO does, and so days compare as text.
  return dueOn < now.toLocaleDateString("sv", { timeZone });
}
