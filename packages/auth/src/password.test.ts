import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";

import { hashingTurn } from "./hashing-turn";
import { hashPassword, verifyPassword } from "./password";

describe("a password", () => {
  test("is kept as argon2id at the cost we promise", async () => {
    expect(await hashPassword("correct horse")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("matches itself, whichever way its umlaut was composed", async () => {
    const stored = await hashPassword("stra\u00dfe \u00fc ber");
    expect(await verifyPassword(stored, "stra\u00dfe u\u0308 ber")).toBe(true);
    expect(await verifyPassword(stored, "stra\u00dfe u ber")).toBe(false);
  });

  test("counts to its last character, beyond 72 bytes too", async () => {
    const long = "x".repeat(200);
    const stored = await hashPassword(`${long}a`);
    expect(await verifyPassword(stored, `${long}b`)).toBe(false);
    expect(await verifyPassword(stored, `${long}a`)).toBe(true);
  });

  test("is never right for somebody who is not there", async () => {
    expect(await verifyPassword(null, "anything")).toBe(false);
  });
});

test("hashing waits for its turn, in every copy of this module", async () => {
  let running = 0;
  let most = 0;
  const release: (() => void)[] = [];
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => release.push(resolve));
    running--;
  };
  // The query makes this another copy, as the server's bundle is to Next's.
  const copy: typeof import("./hashing-turn") = await import("./hashing-turn?copy" as string);
  const all = Array.from({ length: 12 }, (_, i) => (i % 2 ? hashingTurn : copy.hashingTurn)(work));
  for (let done = 0; done < all.length; done++) {
    while (release.length === 0) await nextTurn();
    release.shift()?.();
  }
  await Promise.all(all);
  expect(copy.hashingTurn).not.toBe(hashingTurn);
  expect(most).toBe(Math.min(4, availableParallelism()));
});
