import type { StateCategory } from "@slacky/db/vocabulary";
import fc from "fast-check";
import { expect, test } from "vitest";

import { defaultWorkflow } from "../projects/workflow";
import { workflowOfFile } from "./workflow-of-file";

const inState = (state: string | null, stateCategory: StateCategory | null = null) => ({
  state,
  stateCategory,
});

test("states come in the order of the lifecycle, then of first sight", () => {
  const { states } = workflowOfFile(
    ["Done", "In Review", "To Do", "In Progress", "Closed"].map((name) => inState(name)),
  );
  expect(states.map(({ key, name, category }) => [key, name, category])).toEqual([
    ["to_do", "To Do", "open"],
    ["in_review", "In Review", "in_progress"],
    ["in_progress", "In Progress", "in_progress"],
    ["done", "Done", "resolved"],
    ["closed", "Closed", "closed"],
  ]);
});

test("a category that the file leaves empty gets its default state", () => {
  const { states } = workflowOfFile([inState("Backlog")]);
  expect(states.map((state) => state.key)).toEqual([
    "backlog",
    "in_progress",
    "resolved",
    "closed",
  ]);
  expect(workflowOfFile([]).states).toEqual(defaultWorkflow.states);
});

test("a status named like a default state of another category keeps its tickets", () => {
  const { states, keyOf } = workflowOfFile([inState("Resolved", "in_progress")]);
  expect(states.map(({ key, category }) => [key, category])).toEqual([
    ["open", "open"],
    ["resolved", "in_progress"],
    ["resolved_2", "resolved"],
    ["closed", "closed"],
  ]);
  expect(keyOf(inState("RESOLVED"))).toBe("resolved");
});

test("tickets without a status start in the first open state", () => {
  expect(workflowOfFile([inState("Triage"), inState("Open")]).keyOf(inState(null))).toBe("triage");
});

test("names that differ only in signs get keys of their own", () => {
  const { keyOf } = workflowOfFile([
    inState("To Do"),
    inState("To-Do"),
    inState("進行中"),
    inState("完了"),
  ]);
  expect(["to do", "To-Do", "進行中", "完了"].map((name) => keyOf(inState(name)))).toEqual([
    ...["to_do", "to_do_2", "state", "state_2"],
  ]);
});

test("a project that is there keeps its states and order, and is joined by new ones", () => {
  const states = [
    { key: "open", name: "Inbox", category: "open", color: "gray" },
    { key: "done", name: "Done", category: "resolved", color: "green" },
  ] as const;
  const workflow = workflowOfFile([inState("Open"), inState("Testing"), inState("Gone")], {
    states: [...states],
    takenKeys: ["open", "done", "gone"],
  });
  expect(workflow.states.map((state) => state.key)).toEqual(["open", "testing", "gone_2", "done"]);
  expect(workflow.keyOf(inState("Open"))).toBe("open");
});

test("more than a hundred statuses are a column that is no status", () => {
  const names = Array.from({ length: 101 }, (_, index) => inState(`S${index}`));
  expect(() => workflowOfFile(names)).toThrow("100 different statuses");
});

test("from every state all others can be reached, whatever the file holds", () => {
  const name = fc.constantFrom(
    "Open",
    "Done",
    "Closed",
    "In Review",
    "Blocked",
    "Won't Fix",
    "To Do",
    "Fixed",
    "?",
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const { states, transitions } = workflowOfFile(names.map((each) => inState(each)));
      for (const { key } of states) {
        const reached = new Set([key]);
        for (const at of reached) {
          for (const { from, to } of transitions) if (from === at) reached.add(to);
        }
        expect(reached.size).toBe(states.length);
      }
    }),
  );
});
