import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();
const password = "correct horse battery";

/** Someone who has registered, signed in with a token as programs are. */
async function register() {
  const email = `${crypto.randomUUID()}@example.test`;
  const { userId } = await world.signedOut().auth.register({ name: "Ada", email, password });
  return { id: userId, email, ...(await world.session(userId)) };
}

describe("an account", () => {
  test("takes a new name", async () => {
    const ada = await register();
    expect(await ada.api.auth.updateProfile({ name: " Ada L. " })).toMatchObject({
      name: "Ada L.",
    });
    expect((await ada.api.auth.me()).user.name).toBe("Ada L.");
  });

  test("takes a new password, which ends every other session", async () => {
    const ada = await register();
    const elsewhere = await world.session(ada.id);
    const { changePassword } = ada.api.auth;
    await expect(
      changePassword({ currentPassword: "wrong", newPassword: "another horse" }),
    ).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: "currentPassword: This is not your password",
    });
    await changePassword({ currentPassword: password, newPassword: "another horse" });
    await expect(elsewhere.api.auth.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect((await ada.api.auth.me()).user.id).toBe(ada.id);
    const token = (secret: string) =>
      world.signedOut().auth.token({ email: ada.email, password: secret });
    await expect(token(password)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect((await token("another horse")).token).toBeTruthy();
  });

  test("changed twice at once takes one of the passwords, and the other is told", async () => {
    const ada = await register();
    const results = await Promise.allSettled(
      ["first new one", "second new one"].map((newPassword) =>
        ada.api.auth.changePassword({ currentPassword: password, newPassword }),
      ),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(["CONFLICT", "BAD_REQUEST"]).toContain(refused?.reason.code);
  });
});

describe("closing an account", () => {
  test("ends its memberships and sessions, frees its address, and keeps what it did", async () => {
    const { workspace, owner, at, project } = await world.project();
    const ada = await register();
    await owner.api.members.add({ ...at, email: ada.email, role: "member" });
    const ticket = await ada.api.tickets.create({ ...at, projectId: project.id, title: "x" });
    await expect(ada.api.auth.closeAccount({ password: "wrong" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await ada.api.auth.closeAccount({ password });
    await expect(ada.api.auth.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(
      world.signedOut().auth.token({ email: ada.email, password }),
    ).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    expect((await owner.api.tickets.get({ ...at, ticket: ticket.id })).reporterId).toBe(ada.id);
    const { items } = await owner.api.members.list({ ...at, includeEnded: true });
    expect(items.find((one) => one.userId === ada.id)).toMatchObject({
      name: "Deleted account",
      email: null,
    });
    const left = await world.owner.execute(
      `select seq from events where workspace_id = '${workspace.id}' and type = 'member.left'`,
    );
    expect(left).toHaveLength(1);
    await world.signedOut().auth.register({ name: "Ada", email: ada.email, password });
  });

  test("is refused while a workspace would be left without an owner, and changes nothing", async () => {
    const ada = await register();
    const { id } = await ada.api.workspaces.create({ name: "Engines" });
    await expect(ada.api.auth.closeAccount({ password })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Engines would be left without an owner: make someone else one first",
    });
    expect((await ada.api.auth.me()).workspaces).toMatchObject([{ id, role: "owner" }]);
  });

  test("by both owners at once leaves one", async () => {
    for (let round = 0; round < 5; round++) {
      const [ada, ben] = [await register(), await register()];
      const { id } = await ada.api.workspaces.create({ name: "Engines" });
      await ada.api.members.add({ workspaceId: id, email: ben.email, role: "owner" });
      const results = await Promise.allSettled(
        [ada, ben].map((one) => one.api.auth.closeAccount({ password })),
      );
      expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("while the person is making a workspace waits for it, and is refused", async () => {
    const ada = await register();
    const { sessionId } = ada.context.session!; // Someone registered is signed in.
    const id = crypto.randomUUID();
    const making = sql`select create_workspace(${ada.id}, ${sessionId}, ${id}, ${id}, 'Engines')`;
    const close = () => ada.api.auth.closeAccount({ password });
    expect(await world.whileUncommitted(making, close)).toBe("CONFLICT");
    expect((await ada.api.auth.me()).workspaces).toMatchObject([{ id, role: "owner" }]);
    expect(await withoutOwner()).toEqual([]);
  });

  test("lets no workspace be made meanwhile", async () => {
    const ada = await register();
    const { sessionId } = ada.context.session!; // Someone registered is signed in.
    const closing = sql`select close_account(${ada.id}, ${sessionId}, 'test')`;
    const make = () => ada.api.workspaces.create({ name: "Engines" });
    expect(await world.whileUncommitted(closing, make)).toBe("UNAUTHORIZED");
    expect(await withoutOwner()).toEqual([]);
  });

  test("lets nobody be added and no invite be used meanwhile", async () => {
    const { owner, id: workspaceId } = await world.workspace();
    const whileClosing = async (
      work: (ada: Awaited<ReturnType<typeof register>>) => () => Promise<unknown>,
    ) => {
      const ada = await register();
      const { sessionId } = ada.context.session!; // Someone registered is signed in.
      const started = work(ada);
      return world.whileUncommitted(
        sql`select close_account(${ada.id}, ${sessionId}, 'test')`,
        started,
      );
    };
    const { members, invites } = owner.api;
    expect(
      await whileClosing(
        ({ email }) =>
          () =>
            members.add({ workspaceId, email, role: "owner" }),
      ),
    ).toBe("NOT_FOUND");
    expect(
      await whileClosing(({ email, api }) => {
        const invited = invites.create({ workspaceId, email, role: "owner" });
        return async () => api.invites.accept({ token: (await invited).url.split("/").at(-1)! });
      }),
    ).toBe("UNAUTHORIZED");
  });
});

const withoutOwner = () =>
  world.owner.execute(sql`
    select w.name from workspaces w where not exists (
      select 1 from memberships m
      where m.workspace_id = w.id and m.role = 'owner' and m.ended_at is null)`);
