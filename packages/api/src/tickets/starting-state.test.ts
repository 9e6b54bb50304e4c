import { expect, test } from "vitest";

import { startingState } from "./starting-state";

const states = [
  { key: "doing", category: "in_progress" },
  { key: "inbox", category: "open" },
  { key: "todo", category: "open" },
] as const;

test("a ticket begins in the first open state, or in another open one that is named", () => {
  expect(startingState(states, undefined)).toBe("inbox");
  expect(startingState(states, "todo")).toBe("todo");
});

test.each(["doing", "nowhere"])("it does not begin in %s", (named) => {
  expect(() => startingState(states, named)).toThrowError(
    "state: A ticket begins in an open state: inbox, todo",
  );
});

test("a project without an open state takes no tickets", () => {
  expect(() => startingState(states.slice(0, 1), undefined)).toThrowError(/^projectId: /);
});
