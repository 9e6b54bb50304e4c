import type { Priority } from "@slacky/db/vocabulary";

import { conflict } from "../shared/domain-error";
import { limits } from "../shared/limits";
import { assertTransition, type Lanes } from "./lifecycle";

type Fields = {
  state: string;
  assigneeId: string | null;
  priority: Priority;
  labelIds: string[];
};

export type BulkPatch = {
  state?: string | undefined;
  assigneeId?: string | null | undefined;
  priority?: Priority | undefined;
  addLabelIds?: string[] | undefined;
  removeLabelIds?: string[] | undefined;
};

/** The fields of one ticket that a patch of many really changes. Throws when one of them may not. */
export function planBulkEdit(before: Fields, patch: BulkPatch, workflow: Lanes): Partial<Fields> {
  const { state, assigneeId, priority } = patch;
  const after: Partial<Fields> = {};
  if (state !== undefined && state !== before.state) {
    assertTransition(workflow, before.state, state);
    after.state = state;
  }
  if (assigneeId !== undefined && assigneeId !== before.assigneeId) after.assigneeId = assigneeId;
  if (priority !== undefined && priority !== before.priority) after.priority = priority;
  const labelIds = labelsAfter(before.labelIds, patch);
  if (labelIds.join() !== before.labelIds.join()) after.labelIds = labelIds;
  if (labelIds.length > limits.labelsPerTicket) {
    throw conflict("too_many_labels", `A ticket has at most ${limits.labelsPerTicket} labels`);
  }
  return after;
}

function labelsAfter(before: string[], { addLabelIds = [], removeLabelIds = [] }: BulkPatch) {
  const kept = new Set([...before, ...addLabelIds]);
  for (const id of removeLabelIds) kept.delete(id);
  return [...kept].sort();
}
