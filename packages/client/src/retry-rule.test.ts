import { expect, test } from "vitest";

import { type Failure, pauseBefore } from "./retry-rule";

const busy: Failure = {
  code: "CONFLICT",
  status: 409,
  reason: { code: "lock_busy" },
  retryAfter: undefined,
};
const down: Failure = {
  code: "SERVICE_UNAVAILABLE",
  status: 503,
  reason: undefined,
  retryAfter: 5,
};
const lost: Failure = {
  code: "UNREACHABLE",
  status: undefined,
  reason: undefined,
  retryAfter: undefined,
};

test.each([
  ["a busy lock", busy, true, true],
  ["a busy lock, without a key: it was rolled back", busy, false, true],
  ["a server that is away", down, true, true],
  ["a server that is away, without a key", down, false, false],
  ["a lost answer", lost, true, true],
  ["a lost answer, without a key", lost, false, false],
  ["an illegal transition", { ...busy, reason: { code: "illegal_transition" } }, true, false],
  ["bad input", { ...lost, code: "BAD_REQUEST", status: 400 }, true, false],
  ["a caller who gave up", { ...down, code: "ABORTED" }, true, false],
  ["a server that is away for long", { ...down, retryAfter: 3600 }, true, false],
])("%s", (_what, failure, repeatable, again) => {
  expect(pauseBefore(failure, 1, repeatable, 0) !== undefined).toBe(again);
});

test("waits longer each time, at least as long as it was told, and not for ever", () => {
  const pauses = (failure: Failure, random: number) =>
    [1, 2, 3, 4].map((attempts) => pauseBefore(failure, attempts, true, random));
  expect(pauses(busy, 0)).toEqual([100, 200, 400, undefined]);
  expect(pauses(busy, 1)).toEqual([200, 400, 800, undefined]);
  expect(pauses(down, 0)).toEqual([5100, 5200, 5400, undefined]);
});
