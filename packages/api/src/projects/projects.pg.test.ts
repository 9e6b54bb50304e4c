import { expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { defaultWorkflow } from "./workflow";

const world = useTestWorld();

test("a project comes with the default workflow and is listed by name", async () => {
  const { owner, at, project } = await world.project();
  expect(project).toMatchObject({ key: "ENG", name: "Engineering", ...defaultWorkflow });
  const second = await owner.api.projects.create({ ...at, name: "Design", key: "ux" });
  expect(second.key).toBe("UX");
  expect((await owner.api.projects.list(at)).items).toEqual([second, project]);
});

test("a key made from the name gives way to one that is taken; a named one does not", async () => {
  const { owner, at } = await world.project();
  const made = await Promise.all(
    Array.from({ length: 5 }, () => owner.api.projects.create({ ...at, name: "Engineering" })),
  );
  expect(made.map((project) => project.key).sort()).toEqual([
    "ENG2",
    "ENG3",
    "ENG4",
    "ENG5",
    "ENG6",
  ]);
  await expect(owner.api.projects.create({ ...at, name: "x", key: "ENG" })).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { details: { code: "key_taken", field: "key" } },
  });
});
