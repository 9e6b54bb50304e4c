import { describe, expect, test } from "vitest";

import { defaultWorkflow } from "../projects/workflow";
import { allowedTargets, assertTransition, canTransition, refusal } from "./lifecycle";

const keys = defaultWorkflow.states.map((state) => state.key);

describe("the default lifecycle", () => {
  test("is exactly open, in progress, resolved, closed, one step at a time", () => {
    expect(keys).toEqual(["open", "in_progress", "resolved", "closed"]);
    const legal = keys.flatMap((from) =>
      keys.filter((to) => canTransition(defaultWorkflow, from, to)).map((to) => `${from} > ${to}`),
    );
    expect(legal).toEqual(["open > in_progress", "in_progress > resolved", "resolved > closed"]);
  });

  test.each(keys)("%s does not follow itself", (key) => {
    expect(canTransition(defaultWorkflow, key, key)).toBe(false);
  });

  test("a refusal says what would have been allowed", () => {
    expect(() => assertTransition(defaultWorkflow, "open", "closed")).toThrowError(
      expect.objectContaining({
        message: "A ticket in Open cannot go to Closed: from there it goes to In progress",
        details: {
          code: "illegal_transition",
          from: "open",
          to: "closed",
          allowed: ["in_progress"],
        },
      }),
    );
    expect(refusal(defaultWorkflow, "closed", "open")).toMatch(/it stays where it is$/);
    expect(refusal(defaultWorkflow, "open", "open")).toBe("The ticket is in Open already");
  });
});

test("targets come in the order of the states, whatever the order of the transitions", () => {
  const states = ["c", "a", "b"].map((key) => ({ key, name: key }));
  const transitions = ["a", "b", "c"].map((to) => ({ from: "x", to }));
  expect(allowedTargets({ states, transitions }, "x")).toEqual(["c", "a", "b"]);
});

test("a transition to a state that is gone is not offered", () => {
  const lanes = { states: [{ key: "a", name: "A" }], transitions: [{ from: "a", to: "gone" }] };
  expect(allowedTargets(lanes, "a")).toEqual([]);
});
