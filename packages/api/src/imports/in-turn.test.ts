import { expect, test } from "vitest";

import { inTurn } from "./in-turn";
import { UPLOADS_AT_ONCE } from "./upload-limits";

const never = new AbortController().signal;
const later = () => new Promise((resolve) => setImmediate(resolve));

function untilTold() {
  let finish = () => {};
  const told = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { told, finish };
}

test.each([
  ["people", UPLOADS_AT_ONCE, (i: number) => `person ${i}`],
  ["one person", 1, () => "one"],
])("of %s no more than %i run at once, and the others follow", async (_, bound, personOf) => {
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await later();
    running -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, (_, i) => inTurn(personOf(i), work, never)));
  expect(most).toBe(bound);
});

test("one person's slow uploads leave a place to everybody else, and a failed one does not stop the next", async () => {
  const { told, finish } = untilTold();
  const failing = () => told.then(() => Promise.reject(new Error("failed")));
  const slow = Array.from({ length: UPLOADS_AT_ONCE }, () => inTurn("slow", failing, never));
  const next = inTurn("slow", async () => "next", never);
  expect(await inTurn("other", async () => "done", never)).toBe("done");
  finish();
  for (const one of slow) await expect(one).rejects.toThrow("failed");
  expect(await next).toBe("next");
});

test("who waits is answered when the signal comes; who runs says himself how it ended", async () => {
  const patience = new AbortController();
  const { told, finish } = untilTold();
  const running = Array.from({ length: UPLOADS_AT_ONCE }, (_, i) =>
    inTurn(`person ${i}`, () => told.then(() => "done"), patience.signal),
  );
  let started = false;
  const start = async () => {
    started = true;
  };
  // One waits for the others, one for himself.
  const waiting = ["late", "person 0"].map((person) => inTurn(person, start, patience.signal));
  await later();
  patience.abort(new Error("late"));
  for (const one of waiting) await expect(one).rejects.toThrow("late");
  finish();
  expect(await Promise.all(running)).toEqual(running.map(() => "done"));
  await later();
  expect(started).toBe(false);
});
