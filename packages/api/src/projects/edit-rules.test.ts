import type { StateCategory } from "@slacky/db/vocabulary";
import { describe, expect, test } from "vitest";

import { limits } from "../shared/limits";
import {
  assertKeepsOpenState,
  assertMovable,
  assertNameFree,
  assertNotArchived,
  assertOrdersAll,
  assertRoomForState,
  findState,
} from "./edit-rules";

const state = (key: string, category: StateCategory = "open") => ({ key, name: key, category });
const refused = (code: string) =>
  expect.objectContaining({ details: expect.objectContaining({ code }) });

describe("editing a workflow", () => {
  test("leaves at least one open state", () => {
    expect(() => assertKeepsOpenState([state("a"), state("b", "closed")])).not.toThrow();
    expect(() => assertKeepsOpenState([state("b", "closed")])).toThrow(refused("last_open_state"));
  });

  test("gives no two states one name, whatever the case", () => {
    expect(() => assertNameFree([state("Review")], "Ready")).not.toThrow();
    expect(() => assertNameFree([state("Review")], "review")).toThrow(refused("state_exists"));
  });

  test("orders each state once: none missing, none twice, none unknown", () => {
    const states = [state("a"), state("b")];
    expect(() => assertOrdersAll(states, ["b", "a"])).not.toThrow();
    for (const keys of [["a"], ["a", "a"], ["a", "b", "c"], ["a", "c"]]) {
      expect(() => assertOrdersAll(states, keys)).toThrow(refused("states_changed"));
    }
  });

  test("finds what is there and adds while there is room", () => {
    const states = Array.from({ length: limits.statesPerProject }, (_, i) => state(`s${i}`));
    expect(findState(states, "s3")).toBe(states[3]);
    expect(() => findState(states, "gone")).toThrow("State not found");
    expect(() => assertRoomForState(states.slice(1))).not.toThrow();
    expect(() => assertRoomForState(states)).toThrow(refused("too_many_states"));
  });

  test("moves as many tickets as go in one go", () => {
    expect(() => assertMovable(state("a"), limits.movedWithState)).not.toThrow();
    expect(() => assertMovable(state("a"), limits.movedWithState + 1)).toThrow(
      refused("state_too_full"),
    );
  });

  test("waits until an archived project is back", () => {
    expect(() => assertNotArchived({ archivedAt: null })).not.toThrow();
    expect(() => assertNotArchived({ archivedAt: "2026-01-01" })).toThrow(
      refused("project_archived"),
    );
  });
});
