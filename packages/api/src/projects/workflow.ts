import type { Color, StateCategory } from "@slacky/db/vocabulary";

export type WorkflowState = { key: string; name: string; category: StateCategory; color: Color };
/** A state as a project has it. */
export type LiveState = WorkflowState & { wipLimit: number | null };
export type WorkflowTransition = { from: string; to: string };
export type Workflow = { states: WorkflowState[]; transitions: WorkflowTransition[] };

export const categoryColor = {
  open: "gray",
  in_progress: "amber",
  resolved: "green",
  closed: "violet",
} as const satisfies Record<StateCategory, Color>;

/** Four states and the three steps of the lifecycle. */
export const defaultWorkflow: Workflow = {
  states: [
    { key: "open", name: "Open", category: "open", color: categoryColor.open },
    {
      key: "in_progress",
      name: "In progress",
      category: "in_progress",
      color: categoryColor.in_progress,
    },
    { key: "resolved", name: "Resolved", category: "resolved", color: categoryColor.resolved },
    { key: "closed", name: "Closed", category: "closed", color: categoryColor.closed },
  ],
  transitions: [
    { from: "open", to: "in_progress" },
    { from: "in_progress", to: "resolved" },
    { from: "resolved", to: "closed" },
  ],
};
