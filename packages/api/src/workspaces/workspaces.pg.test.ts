import { expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

test("whoever makes a workspace owns it and sees it among theirs", async () => {
  const ana = await world.person();
  const made = await ana.api.workspaces.create({ name: "  Acme & Söhne " });
  expect(made).toMatchObject({ slug: "acme-sohne", name: "Acme & Söhne" });
  expect((await ana.api.auth.me()).workspaces).toEqual([{ ...made, role: "owner" }]);
  expect(await ana.api.projects.list({ workspaceId: made.id })).toEqual({ items: [] });
});

test("ten of one name made at once have ten addresses", async () => {
  const ana = await world.person();
  const made = await Promise.all(
    Array.from({ length: 10 }, () => ana.api.workspaces.create({ name: "Same" })),
  );
  expect(new Set(made.map((one) => one.slug)).size).toBe(10);
  expect(made.map((one) => one.slug)).toContain("same");
});
