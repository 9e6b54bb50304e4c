import { describe, expect, test } from "vitest";

import { rankBetween, spreadRanks } from "./ranks";

const seed = Number(process.env.SEED ?? Date.now() % 100_000);

/** A small generator that replays: SEED=… sets it. */
function bits(from: number) {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state > 0x7fffffff;
  };
}

describe(`ranks (SEED=${seed})`, () => {
  test("lie strictly between their neighbours, also when one is the beginning of the other", () => {
    const bit = bits(seed);
    for (const [low, high] of [
      ["a0", "a0V"],
      ["a0", "a1"],
      ["Zz", "a0"],
      ["a1", "a1G"],
    ] as const) {
      for (let i = 0; i < 200; i++) {
        const rank = rankBetween(low, high, bit);
        expect(rank > low && rank < high, `${low} < ${rank} < ${high}`).toBe(true);
      }
    }
  });

  test("fifty drops into one gap are fifty places", () => {
    const bit = bits(seed);
    const ranks = Array.from({ length: 50 }, () => rankBetween("a0", "a1", bit));
    expect(new Set(ranks).size).toBe(50);
  });

  test.each(["end", "start"])(
    "a thousand cards put at the %s keep their order and stay short",
    (where) => {
      const bit = bits(seed);
      const lane: string[] = [];
      for (let i = 0; i < 1000; i++) {
        if (where === "end") lane.push(rankBetween(lane.at(-1) ?? null, null, bit));
        else lane.unshift(rankBetween(null, lane[0] ?? null, bit));
      }
      expect([...lane].sort()).toEqual(lane);
      expect(Math.max(...lane.map((rank) => rank.length))).toBeLessThan(20);
    },
  );

  test("a lane filled at once is in order and leaves room after it", () => {
    const ranks = spreadRanks(500);
    expect([...ranks].sort()).toEqual(ranks);
    expect(rankBetween(ranks.at(-1)!, null, bits(seed)) > ranks.at(-1)!).toBe(true);
  });
});
