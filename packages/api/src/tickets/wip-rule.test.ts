import { expect, test } from "vitest";

import { assertRoom, roomLeft } from "./wip-rule";

const lane = (limit: number | null, present: number) => ({
  state: "doing",
  name: "Doing",
  limit,
  present,
});

test.each([
  [null, 9000, Number.POSITIVE_INFINITY],
  [3, 0, 3],
  [3, 3, 0],
  [3, 7, 0],
])("a limit of %j over %d tickets leaves room for %d", (limit, present, room) => {
  expect(roomLeft(lane(limit, present))).toBe(room);
});

test("the last place is taken, the next one refused with the limit", () => {
  expect(() => assertRoom(lane(3, 2), 1)).not.toThrow();
  expect(() => assertRoom(lane(3, 2), 2)).toThrow(
    expect.objectContaining({
      message: "Doing takes no more than 3 tickets at a time",
      details: { code: "wip_limit", limit: 3, state: "doing" },
    }),
  );
});
