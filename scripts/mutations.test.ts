import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

import { mutations } from "./mutations";

const root = resolve(import.meta.dirname, "..");

test.each(mutations)("$name: what it takes out is there", async ({ file, from }) => {
  expect(await readFile(join(root, file), "utf8")).toContain(from);
});

test("every mutation has a name of its own and names its tests", () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  expect(mutations.filter(({ tests }) => tests.length === 0)).toEqual([]);
});
