import { expect, test } from "vitest";

import { categoryByName } from "./category-by-name";

test.each([
  ["open", ["Open", "Reopened", "To Do", "TODO", "Backlog", "New", "Selected for Development"]],
  [
    "in_progress",
    [
      "In Progress",
      "In Review",
      "Patch Available",
      "Testing",
      "Blocked",
      "Ready for release",
      "進行中",
    ],
  ],
  ["resolved", ["Resolved", "Done", "Fixed", "Verified", "DONE"]],
  ["closed", ["Closed", "Cancelled", "Canceled", "Won't Fix", "Won’t do", "Rejected", "Released"]],
] as const)("%s: %j", (category, names) => {
  expect(names.map(categoryByName)).toEqual(names.map(() => category));
});
