import type { StateCategory } from "@slacky/db/vocabulary";

import { invalidField } from "../shared/domain-error";

type Candidate = { key: string; category: StateCategory };

/** Where a new ticket begins: the open state that is named, else the first one. */
export function startingState(states: readonly Candidate[], named: string | undefined): string {
  const open = states.filter((state) => state.category === "open").map((state) => state.key);
  const first = open[0];
  if (first === undefined)
    throw invalidField("projectId", "The project has no open state to begin in");
  if (named === undefined) return first;
  if (!open.includes(named)) {
    throw invalidField("state", `A ticket begins in an open state: ${open.join(", ")}`);
  }
  return named;
}
