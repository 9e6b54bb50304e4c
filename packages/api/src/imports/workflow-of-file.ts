import { type StateCategory, stateCategories } from "@slacky/db/vocabulary";

import { mayFollow } from "../projects/may-follow";
import { freeKey, slugOf } from "../projects/state-key";
import {
  categoryColor,
  defaultWorkflow,
  type Workflow,
  type WorkflowState,
  type WorkflowTransition,
} from "../projects/workflow";
import { limits } from "../shared/limits";
import type { ImportedTicket } from "./canonical";
import { categoryByName } from "./category-by-name";
import { Refusal } from "./refusal";

type Stated = Pick<ImportedTicket, "state" | "stateCategory">;

/** The workflow a project needs for these tickets, and the key of the state each of them is in. */
export type FileWorkflow = Workflow & { keyOf: (ticket: Stated) => string };

type Existing = { states: WorkflowState[]; takenKeys: string[] };

/**
 * In a new project, ordered by the lifecycle and then by first sight; a category that the file leaves
 * empty gets its state of the default workflow, so that work can always move on. In a project that
 * is there already, its states stay as they are and only new ones join them.
 */
export function workflowOfFile(tickets: Stated[], existing?: Existing): FileWorkflow {
  const states = [...(existing?.states ?? [])];
  const taken = new Set(existing?.takenKeys);
  const keys = new Map<string, string>();
  // The name first; then the key, which a renamed state keeps.
  for (const { key } of states) keys.set(key, key);
  for (const { key, name } of states) keys.set(name.toLowerCase(), key);
  const find = (name: string) => keys.get(name.toLowerCase()) ?? keys.get(slugOf(name));

  const add = (name: string, category: StateCategory) => {
    const key = freeKey(slugOf(name), taken);
    taken.add(key);
    const after = states.findLastIndex((state) => rankOf(state.category) <= rankOf(category));
    states.splice(after + 1, 0, { key, name, category, color: categoryColor[category] });
    if (!keys.has(name.toLowerCase())) keys.set(name.toLowerCase(), key);
  };
  for (const { state, stateCategory } of tickets) {
    if (state !== null && !find(state)) add(state, stateCategory ?? categoryByName(state));
    if (states.length > limits.statesPerProject) {
      throw new Refusal(
        `The file has more than ${limits.statesPerProject} different statuses in one project.`,
      );
    }
  }
  for (const { name, category } of existing ? [] : defaultWorkflow.states) {
    if (!states.some((state) => state.category === category)) add(name, category);
  }

  const start = (states.find((state) => state.category === "open") ?? states[0]!).key; // Never empty.
  return {
    states,
    transitions: transitionsBetween(states),
    keyOf: ({ state }) => (state === null ? start : (find(state) ?? start)),
  };
}

/** To every state of the same or the next category, and from closed back to open. */
function transitionsBetween(states: WorkflowState[]): WorkflowTransition[] {
  return states.flatMap((from) =>
    states
      .filter((to) => to !== from && mayFollow(from.category, to.category))
      .map((to) => ({ from: from.key, to: to.key })),
  );
}

const rankOf = (category: StateCategory) => stateCategories.indexOf(category);
