import { invites } from "@slacky/db/schema";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

async function setUp() {
  const workspace = await world.workspace();
  const at = { workspaceId: workspace.id };
  const ana = await world.person("Ana");
  const invite = async (email = ana.email) => {
    const made = await workspace.owner.api.invites.create({ ...at, email, role: "member" });
    return { ...made, token: made.url.split("/").at(-1)! };
  };
  return { workspace, at, ana, invite };
}
type SetUp = Awaited<ReturnType<typeof setUp>>;
const notFound = { code: "NOT_FOUND", message: "Invite not found" };

describe("an invite", () => {
  test("makes who holds its address a member, with its role, and can be used once", async () => {
    const { at, ana, invite, workspace } = await setUp();
    const { token, url } = await invite(ana.email.toUpperCase());
    expect(url).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
    expect(await ana.api.invites.accept({ token })).toEqual(at);
    expect((await ana.api.auth.me()).workspaces).toMatchObject([
      { id: workspace.id, role: "member" },
    ]);
    await expect(ana.api.invites.accept({ token })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("accepted twenty times at once makes one membership and one event", async () => {
    const { ana, invite, workspace } = await setUp();
    const { token } = await invite();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => ana.api.invites.accept({ token })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "CONFLICT" });
    }
    const joined = await world.owner.execute(
      sql`select 1 from events where workspace_id = ${workspace.id} and type = 'member.joined'`,
    );
    expect(joined).toHaveLength(1);
  });

  test("for another address, revoked, expired or made up is not found, in the same words", async () => {
    const { at, ana, invite, workspace } = await setUp();
    const ben = await world.person();
    await expect(ben.api.invites.accept({ token: (await invite()).token })).rejects.toMatchObject(
      notFound,
    );

    const revoked = await invite();
    await workspace.owner.api.invites.revoke({ ...at, inviteId: revoked.inviteId });
    await expect(ana.api.invites.accept({ token: revoked.token })).rejects.toMatchObject(notFound);
    await expect(
      workspace.owner.api.invites.revoke({ ...at, inviteId: revoked.inviteId }),
    ).rejects.toMatchObject(notFound);

    const expired = await invite();
    await world.owner
      .update(invites)
      .set({ expiresAt: sql`clock_timestamp()` })
      .where(eq(invites.id, expired.inviteId));
    await expect(ana.api.invites.accept({ token: expired.token })).rejects.toMatchObject(notFound);
    await expect(ana.api.invites.accept({ token: "x\0" })).rejects.toMatchObject(notFound);
  });

  test("being revoked while it is accepted is one or the other", async () => {
    const { ana, invite } = await setUp();
    const { token, inviteId } = await invite();
    const revoking = sql`update invites set revoked_at = clock_timestamp() where id = ${inviteId}`;
    expect(await world.whileUncommitted(revoking, () => ana.api.invites.accept({ token }))).toBe(
      "NOT_FOUND",
    );
  });

  test("is not made for a member, and brings back who had left", async () => {
    const { at, ana, invite, workspace } = await setUp();
    await ana.api.invites.accept({ token: (await invite()).token });
    await expect(invite()).rejects.toMatchObject({
      cause: { details: { code: "already_member" } },
    });
    await ana.api.members.leave(at);
    expect(await ana.api.invites.accept({ token: (await invite()).token })).toEqual(at);
    expect((await workspace.owner.api.members.list(at)).items).toHaveLength(2);
  });

  test("that is still open when its holder is removed does not lead back in", async () => {
    const { at, ana, invite, workspace } = await setUp();
    const [older, newer] = [await invite(), await invite()];
    await ana.api.invites.accept({ token: newer.token });
    await expect(ana.api.invites.accept({ token: older.token })).rejects.toMatchObject({
      cause: { details: { code: "already_member" } },
    });
    await workspace.owner.api.members.remove({ ...at, userId: ana.id });
    await expect(ana.api.invites.accept({ token: older.token })).rejects.toMatchObject(notFound);
  });

  test.each([
    ["has left", (world: SetUp, id: string) => world.workspace.end(id)],
    [
      "may no longer invite",
      ({ at, workspace }: SetUp, userId: string) =>
        workspace.owner.api.members.setRole({ ...at, userId, role: "member" }),
    ],
  ])("from someone who %s is worth nothing", async (_what, change) => {
    const here = await setUp();
    const admin = await here.workspace.as("admin");
    const { url } = await admin.api.invites.create({
      ...here.at,
      ...{ email: here.ana.email, role: "admin" },
    });
    await change(here, admin.id);
    const token = url.split("/").at(-1)!;
    await expect(here.ana.api.invites.accept({ token })).rejects.toMatchObject(notFound);
  });

  test("is listed to admins without its token, and is nowhere in the database", async () => {
    const { at, invite, workspace } = await setUp();
    const { token, inviteId } = await invite();
    const { items } = await workspace.owner.api.invites.list(at);
    expect(items).toMatchObject([{ id: inviteId, role: "member" }]);
    expect(JSON.stringify(items)).not.toContain(token);
    const everything = await world.owner.execute(sql`
      select (select json_agg(invites) from invites)::text || (select json_agg(events) from events)::text as dump`);
    expect(String(everything[0]?.dump)).not.toContain(token);
    await expect((await workspace.as("member")).api.invites.list(at)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("is not for a role above one's own", async () => {
    const { at, workspace } = await setUp();
    const admin = await workspace.as("admin");
    await expect(
      admin.api.invites.create({ ...at, email: "x@example.test", role: "owner" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
