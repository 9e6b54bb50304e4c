import { randomUUID } from "node:crypto";
import { events, idempotencyKeys } from "@slacky/db/schema";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { createCaller } from "../root";
import { type Person, useTestWorld } from "../testing/harness";

const world = useTestWorld({ max: 12 });

/** The API as someone sees it who sends this key. */
const sending = (person: Person, idempotencyKey: string) =>
  createCaller({ ...person.context, idempotencyKey });

const made = (workspaceId: string) =>
  world.owner.$count(events, eq(events.workspaceId, workspaceId));

async function setUp() {
  const { workspace, owner, at, project } = await world.project();
  const input = { ...at, projectId: project.id, title: "Once" };
  return { workspace, owner, at, input, before: await made(at.workspaceId) };
}

describe("a mutation with an Idempotency-Key", () => {
  test("is made once by fifty at once, and again after the answer, with one answer for all", async () => {
    for (let round = 0; round < 5; round++) {
      const { owner, at, input, before } = await setUp();
      const key = randomUUID();
      const create = () => sending(owner, key).tickets.create(input);
      const answers = await Promise.all(Array.from({ length: 50 }, create));
      answers.push(await create());
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect((await made(at.workspaceId)) - before).toBe(1);
    }
  });

  test("waits for the first, and is made by the second when the first fails", async () => {
    const { owner, at, input, before } = await setUp();
    const key = randomUUID();
    const first = sql`insert into idempotency_keys (user_id, key, request_hash, response)
      values (${owner.id}, ${key}, 'another', 'null')`;
    const create = () => sending(owner, key).tickets.create(input);
    expect(await world.whileUncommitted(first, create)).toBe("UNPROCESSABLE_CONTENT");

    const other = sending(owner, randomUUID());
    await expect(other.tickets.create({ ...input, projectId: randomUUID() })).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
    expect((await other.tickets.create(input)).title).toBe("Once");
    expect((await made(at.workspaceId)) - before).toBe(1);
  });

  test("is refused when the key was used for another input, or another procedure", async () => {
    const { owner, at, input, before } = await setUp();
    const { tickets, labels } = sending(owner, "reused");
    await tickets.create(input);
    for (const other of [
      () => tickets.create({ ...input, title: "Twice" }),
      () => tickets.create({ ...input, description: "" }),
      () => labels.create({ ...at, name: "Bug", color: "red" }),
    ]) {
      await expect(other()).rejects.toMatchObject({
        code: "UNPROCESSABLE_CONTENT",
        cause: { details: { code: "idempotency_key_reused" } },
      });
    }
    const { title, projectId, workspaceId } = input;
    expect((await tickets.create({ title, workspaceId, projectId })).title).toBe("Once");
    expect((await made(at.workspaceId)) - before).toBe(1);
  });

  test("is another's own affair under the same key, and says nothing of the first", async () => {
    const { workspace, owner, at, input, before } = await setUp();
    const member = await workspace.as("member");
    const hers = await sending(owner, "shared").tickets.create(input);
    const his = await sending(member, "shared").tickets.create(input);
    expect(his.id).not.toBe(hers.id);
    expect(his.reporterId).toBe(member.id);
    expect((await made(at.workspaceId)) - before).toBe(3); // The member came, too.
  });

  test("is answered only while the caller still may", async () => {
    const { workspace, owner, at, input } = await setUp();
    const member = await workspace.as("member");
    const create = () => sending(member, "kept").tickets.create(input);
    const { id } = await create();
    expect((await create()).id).toBe(id);
    await owner.api.members.setRole({ ...at, userId: member.id, role: "viewer" });
    await expect(create()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await owner.api.members.remove({ ...at, userId: member.id });
    await expect(create()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await member.api.auth.signOutEverywhere();
    await expect(create()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("is safe outside workspaces, and when there is nothing to answer", async () => {
    const ana = await world.person();
    const { workspaces } = sending(ana, "opening");
    const workspace = await workspaces.create({ name: "Acme" });
    expect(await workspaces.create({ name: "Acme" })).toEqual(workspace);
    expect((await ana.api.auth.me()).workspaces).toHaveLength(1);

    const at = { workspaceId: workspace.id };
    const ben = await world.person();
    await ana.api.members.add({ ...at, email: ben.email, role: "member" });
    const remove = () => sending(ana, "removal").members.remove({ ...at, userId: ben.id });
    expect(await remove()).toBeUndefined();
    expect(await remove()).toBeUndefined();
  });

  test("keeps its answer where nobody who reads the table can read it", async () => {
    const { owner, input } = await setUp();
    await sending(owner, "sealed").tickets.create({ ...input, title: "Zanzibar" });
    const rows = await world.owner
      .select()
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.userId, owner.id));
    expect(rows.map((row) => typeof row.response)).toEqual(["string"]);
    expect(JSON.stringify(rows)).not.toContain("Zanzibar");
    const elsewhere = createCaller({
      ...{
        ...owner.context,
        idempotencyKey: "sealed",
        secret: "another secret of the installation",
      },
    });
    await expect(elsewhere.tickets.create({ ...input, title: "Zanzibar" })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { details: { code: "answer_unreadable" } },
    });
  });

  test.each(["", "a b", "ü", "a\x7f", "x".repeat(256)])(
    "is refused with the key %#, naming it",
    async (key) => {
      const { owner, input } = await setUp();
      await expect(sending(owner, key).tickets.create(input)).rejects.toMatchObject({
        code: "BAD_REQUEST",
        cause: { details: { fields: { "Idempotency-Key": [expect.any(String)] } } },
      });
    },
  );

  test("leaves queries and auth as they are: they keep no answer", async () => {
    const { owner, at } = await setUp();
    const api = sending(owner, "unused");
    await api.projects.list(at);
    await api.auth.signOutEverywhere();
    const kept = eq(idempotencyKeys.userId, owner.id);
    expect(await world.owner.$count(idempotencyKeys, kept)).toBe(0);
  });
});
