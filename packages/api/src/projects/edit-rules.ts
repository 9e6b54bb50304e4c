import type { StateCategory } from "@slacky/db/vocabulary";

import { conflict, notFound } from "../shared/domain-error";
import { limits } from "../shared/limits";

type State = { key: string; name: string; category: StateCategory };

/** Throws for a project that has been put away: it is read, and changed no more. */
export function assertNotArchived({ archivedAt }: { archivedAt: string | null }): void {
  if (archivedAt === null) return;
  throw conflict("project_archived", "This project is archived: bring it back to change it");
}

/** The state with this key; throws when the workflow has none, or none any more. */
export function findState<S extends State>(states: readonly S[], key: string): S {
  const state = states.find((one) => one.key === key);
  if (!state) throw notFound("State");
  return state;
}

/** Throws unless a ticket of a workflow with these states has somewhere to begin. */
export function assertKeepsOpenState(states: readonly State[]): void {
  if (states.some((state) => state.category === "open")) return;
  throw conflict("last_open_state", "A project keeps at least one open state, where tickets begin");
}

/** Throws when another of the states has this name, whatever its case. */
export function assertNameFree(others: readonly State[], name: string): void {
  if (!others.some((state) => state.name.toLowerCase() === name.toLowerCase())) return;
  throw conflict("state_exists", `There is a state named ${name} already`, { field: "name" });
}

export function assertRoomForState(states: readonly State[]): void {
  if (states.length < limits.statesPerProject) return;
  throw conflict("too_many_states", `A project has at most ${limits.statesPerProject} states`);
}

/** Throws when a state holds more than are moved in one go, while everyone else waits. */
export function assertMovable({ name }: State, tickets: number): void {
  if (tickets <= limits.movedWithState) return;
  throw conflict(
    "state_too_full",
    `${name} has more than ${limits.movedWithState} tickets, those in the trash too: move some of them first`,
    { limit: limits.movedWithState },
  );
}

/** Throws unless these keys are the states, each once: an order made from an older set is refused. */
export function assertOrdersAll(states: readonly State[], keys: readonly string[]): void {
  const wanted = states.map((state) => state.key).sort();
  if (JSON.stringify(wanted) === JSON.stringify([...keys].sort())) return;
  throw conflict("states_changed", "The states are others now: look again and order those", {
    states: states.map((state) => state.key),
  });
}
