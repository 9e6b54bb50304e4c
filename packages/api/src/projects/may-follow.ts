import { type StateCategory, stateCategories } from "@slacky/db/vocabulary";

/** Where a state that nobody has drawn arrows for may go: on in the lifecycle, or open again. */
export function mayFollow(from: StateCategory, to: StateCategory): boolean {
  const step = stateCategories.indexOf(to) - stateCategories.indexOf(from);
  return step === 0 || step === 1 || (from === "closed" && to === "open");
}
