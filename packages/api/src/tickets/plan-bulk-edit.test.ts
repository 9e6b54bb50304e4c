import { expect, test } from "vitest";

import { permissions } from "../access/permissions";
import { defaultWorkflow } from "../projects/workflow";
import { limits } from "../shared/limits";
import { type BulkPatch, planBulkEdit } from "./plan-bulk-edit";

const before = { state: "open", assigneeId: "ana", priority: "low" as const, labelIds: ["a", "b"] };
const plan = (patch: BulkPatch) => planBulkEdit(before, patch, defaultWorkflow);

test("only what differs is changed", () => {
  const same = {
    state: "open",
    assigneeId: "ana",
    priority: "low",
    addLabelIds: ["a"],
    removeLabelIds: ["z"],
  } as const;
  expect(plan({ ...same, addLabelIds: ["a"], removeLabelIds: ["z"] })).toEqual({});
  expect(plan({ state: "in_progress", assigneeId: null, priority: "high" })).toEqual({
    ...{ state: "in_progress", assigneeId: null, priority: "high" },
  });
});

test("labels are added and taken off, sorted; one that is in both is off", () => {
  expect(plan({ addLabelIds: ["0", "c"], removeLabelIds: ["b", "c"] })).toEqual({
    labelIds: ["0", "a"],
  });
});

test("an illegal transition and too many labels are refused", () => {
  expect(() => plan({ state: "closed" })).toThrow(/cannot go to Closed/);
  const many = Array.from({ length: limits.labelsPerTicket }, (_, i) => `l${i}`);
  expect(() => plan({ addLabelIds: many })).toThrow(/at most 50 labels/);
});

test("who may update may also do what an update of many contains", () => {
  const { least } = permissions["ticket.update"];
  for (const part of ["ticket.transition", "ticket.assign"] as const) {
    expect([part, permissions[part].least]).toEqual([part, least]);
  }
});
