import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

describe("adding a member", () => {
  test("lets them in at once, with that role", async () => {
    const workspace = await world.workspace();
    const ana = await world.person("Ana");
    const added = await workspace.owner.api.members.add({
      ...{ workspaceId: workspace.id, email: ana.email.toUpperCase(), role: "member" },
    });
    expect(added).toEqual({
      userId: ana.id,
      name: "Ana",
      email: ana.email,
      role: "member",
      endedAt: null,
    });
    const { items } = await ana.api.members.list({ workspaceId: workspace.id });
    expect(items).toContainEqual(added);
    expect((await ana.api.auth.me()).workspaces).toMatchObject([
      { id: workspace.id, role: "member" },
    ]);
  });

  test("twice is refused; after they left it brings them back", async () => {
    const workspace = await world.workspace();
    const ana = await workspace.as("member");
    const again = () =>
      workspace.owner.api.members.add({
        workspaceId: workspace.id,
        email: ana.email,
        role: "viewer",
      });
    await expect(again()).rejects.toMatchObject({ code: "CONFLICT" });
    await workspace.end(ana.id);
    const list = (includeEnded: boolean) =>
      workspace.owner.api.members.list({ workspaceId: workspace.id, includeEnded });
    expect([(await list(false)).items.length, (await list(true)).items.length]).toEqual([1, 2]);
    expect(await again()).toMatchObject({ userId: ana.id, role: "viewer", endedAt: null });
  });

  test("above one's own role is refused", async () => {
    const workspace = await world.workspace();
    const [admin, ana] = [await workspace.as("admin"), await world.person()];
    const add = (role: "admin" | "owner") =>
      admin.api.members.add({ workspaceId: workspace.id, email: ana.email, role });
    await expect(add("owner")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await add("admin")).toMatchObject({ role: "admin" });
  });

  test("who has no account is not found", async () => {
    const workspace = await world.workspace();
    await expect(
      workspace.owner.api.members.add({
        ...{ workspaceId: workspace.id, email: "nobody@example.test", role: "member" },
      }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "An account with this e-mail address was not found",
    });
  });

  test("waits for a change of one's own role, and decides by what it became", async () => {
    const workspace = await world.workspace();
    const [admin, ana] = [await workspace.as("admin"), await world.person()];
    const lowering = sql`update memberships set role = 'member' where user_id = ${admin.id}`;
    const adding = () =>
      admin.api.members.add({ workspaceId: workspace.id, email: ana.email, role: "member" });
    expect(await world.whileUncommitted(lowering, adding)).toBe("FORBIDDEN");
  });

  test("of one person twenty times at once makes one membership", async () => {
    const workspace = await world.workspace();
    const ana = await world.person();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        workspace.owner.api.members.add({
          workspaceId: workspace.id,
          email: ana.email,
          role: "member",
        }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "CONFLICT" });
    }
  });
});
