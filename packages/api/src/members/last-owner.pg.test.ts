import { describe, expect, test } from "vitest";

import { type Person, useTestWorld } from "../testing/harness";

const world = useTestWorld();

const setUp = async () => {
  const workspace = await world.workspace();
  const at = { workspaceId: workspace.id };
  return { workspace, at, ana: workspace.owner, ben: await workspace.as("owner") };
};
type At = { workspaceId: string };
const endings = {
  demote: (by: Person, who: Person, at: At) =>
    by.api.members.setRole({ ...at, userId: who.id, role: "member" }),
  remove: (by: Person, who: Person, at: At) => by.api.members.remove({ ...at, userId: who.id }),
  leave: (_: Person, who: Person, at: At) => who.api.members.leave(at),
};
type Ending = keyof typeof endings;
const kinds = Object.keys(endings) as Ending[];
const pairs = kinds.flatMap((a) => kinds.map((b) => [a, b] as const));

describe("a workspace never loses its last owner", () => {
  test.each(pairs)("when two owners %s and %s each other at once", async (a, b) => {
    for (let round = 0; round < 5; round++) {
      const { workspace, at, ana, ben } = await setUp();
      const results = await Promise.allSettled([
        endings[a](ana, ben, at),
        endings[b](ben, ana, at),
      ]);
      const codes = results.map((result) =>
        result.status === "fulfilled" ? "OK" : result.reason.code,
      );
      expect(codes.filter((code) => code === "OK")).toHaveLength(1);
      // Who comes second is told that it is the last owner, or has lost the right or the membership to ask.
      for (const code of codes)
        expect(["OK", "CONFLICT", "FORBIDDEN", "NOT_FOUND"]).toContain(code);
      const owners = await world.owner.execute(
        `select 1 from memberships where workspace_id = '${workspace.id}' and role = 'owner' and ended_at is null`,
      );
      expect(owners).toHaveLength(1);
    }
  });

  test.each(kinds)("by %s, when there is one", async (kind) => {
    const workspace = await world.workspace();
    const { owner } = workspace;
    await expect(endings[kind](owner, owner, { workspaceId: workspace.id })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { details: { code: "last_owner" } },
    });
  });
});

describe("roles", () => {
  test("an admin cannot touch an owner, nor make one, nor become one", async () => {
    const { workspace, at, ana } = await setUp();
    const admin = await workspace.as("admin");
    const member = await workspace.as("member");
    const { setRole, remove } = admin.api.members;
    for (const call of [
      () => setRole({ ...at, userId: ana.id, role: "member" }),
      () => remove({ ...at, userId: ana.id }),
      () => setRole({ ...at, userId: member.id, role: "owner" }),
      () => setRole({ ...at, userId: admin.id, role: "owner" }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await setRole({ ...at, userId: member.id, role: "admin" })).toMatchObject({
      role: "admin",
    });
  });

  test("a lowered role and an ended membership count from the next call on", async () => {
    const { workspace, at, ana } = await setUp();
    const member = await workspace.as("member");
    const create = () =>
      member.api.labels.create({ ...at, name: crypto.randomUUID(), color: "red" });
    await create();
    await ana.api.members.setRole({ ...at, userId: member.id, role: "viewer" });
    await expect(create()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await ana.api.members.remove({ ...at, userId: member.id });
    await expect(create()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ana.api.members.remove({ ...at, userId: member.id })).rejects.toMatchObject({
      message: "Member not found",
    });
  });

  test("who has left is still named in the history of what they did", async () => {
    const { workspace, at, ana } = await setUp();
    const project = await ana.api.projects.create({ ...at, name: "Engineering" });
    const member = await workspace.as("member");
    const ticket = await member.api.tickets.create({ ...at, projectId: project.id, title: "x" });
    await member.api.members.leave(at);
    const { items } = await ana.api.tickets.history({ ...at, ticket: ticket.id });
    expect(items[0]?.by).toBe(member.id);
    const everyone = await ana.api.members.list({ ...at, includeEnded: true });
    expect(everyone.items.find((one) => one.userId === member.id)).toMatchObject({
      name: member.name,
    });
  });
});
