import { expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

test("a label's name is taken whatever its case, also when two are made at once", async () => {
  const { owner, at } = await world.project();
  const results = await Promise.allSettled(
    ["Bug", "bug", "BUG"].map((name) => owner.api.labels.create({ ...at, name, color: "red" })),
  );
  expect(results.map((result) => result.status).sort()).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
  ]);
  for (const result of results) {
    if (result.status === "rejected") {
      expect(result.reason).toMatchObject({
        code: "CONFLICT",
        cause: { details: { code: "label_exists", field: "name" } },
      });
    }
  }
  expect((await owner.api.labels.list(at)).items).toHaveLength(1);
});
