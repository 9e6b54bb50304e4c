import { expect, test } from "vitest";

import { chunksOf } from "./insert-rows";

test("rows go out in their order, few enough and short enough for one statement", () => {
  const many = Array.from({ length: 450 }, (_, n) => ({ n }));
  expect([...chunksOf(many)].map((chunk) => chunk.length)).toEqual([200, 200, 50]);
  expect([...chunksOf(many)].flat()).toEqual(many);

  const long = Array.from({ length: 5 }, (_, n) => ({ n, body: "x".repeat(150_000) }));
  expect([...chunksOf(long)].map((chunk) => chunk.length)).toEqual([2, 2, 1]);
  expect([...chunksOf([{ body: "x".repeat(9_000_000) }])]).toHaveLength(1);
  expect([...chunksOf([])]).toEqual([]);
});
