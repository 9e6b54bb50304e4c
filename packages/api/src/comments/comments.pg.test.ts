import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

test("comments are listed oldest first, page by page, to viewers too", async () => {
  const { workspace, owner, at, project } = await world.project();
  const { id: ticketId } = await owner.api.tickets.create({
    ...at,
    projectId: project.id,
    title: "x",
  });
  const viewer = await workspace.as("viewer");
  for (const body of ["one", "two", "three"])
    await owner.api.comments.add({ ...at, ticketId, body });
  const first = await viewer.api.comments.list({ ...at, ticketId, limit: 2 });
  expect(first.items).toMatchObject([
    { body: "one", authorId: owner.id, ticketId, editedAt: null },
    { body: "two" },
  ]);
  const rest = await viewer.api.comments.list({
    ...at,
    ticketId,
    limit: 2,
    cursor: first.nextCursor,
  });
  expect([rest.items.map((comment) => comment.body), rest.nextCursor]).toEqual([["three"], null]);
});

async function setUp() {
  const { workspace, owner, at, project } = await world.project();
  const ticket = await owner.api.tickets.create({ ...at, projectId: project.id, title: "x" });
  const author = await workspace.as("member");
  const say = (body: string) => author.api.comments.add({ ...at, ticketId: ticket.id, body });
  const all = async () => (await owner.api.comments.list({ ...at, ticketId: ticket.id })).items;
  return { workspace, owner, at, author, ticketId: ticket.id, say, all };
}

describe("an edit", () => {
  test("by the author or an admin replaces the text and keeps what it said before", async () => {
    const { workspace, at, author, say, all } = await setUp();
    const admin = await workspace.as("admin");
    const { id: commentId, createdAt } = await say("one");
    const second = await author.api.comments.edit({ ...at, commentId, body: "two" });
    expect(second).toMatchObject({ body: "two", authorId: author.id, createdAt });
    expect(await author.api.comments.edit({ ...at, commentId, body: "two" })).toEqual(second);
    const third = await admin.api.comments.edit({ ...at, commentId, body: "three" });
    expect(await all()).toEqual([third]);

    const viewer = await workspace.as("viewer");
    const first = await viewer.api.comments.versions({ ...at, commentId, limit: 1 });
    const rest = await viewer.api.comments.versions({ ...at, commentId, cursor: first.nextCursor });
    expect([...first.items, ...rest.items]).toEqual([
      {
        seq: 1,
        body: "one",
        writtenAt: createdAt,
        replacedAt: second.editedAt,
        replacedById: author.id,
      },
      {
        seq: 2,
        body: "two",
        writtenAt: second.editedAt,
        replacedAt: third.editedAt,
        replacedById: admin.id,
      },
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  test("by ten at once loses no version", async () => {
    const { at, author, owner, say, all } = await setUp();
    const { id: commentId } = await say("0");
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        (i % 2 ? author : owner).api.comments.edit({ ...at, commentId, body: `${i + 1}` }),
      ),
    );
    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    const { items } = await owner.api.comments.versions({ ...at, commentId });
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => i + 1));
    const [now] = await all();
    expect([...items.map(({ body }) => body), now!.body].sort()).toEqual(
      Array.from({ length: 11 }, (_, i) => `${i}`).sort(),
    );
  });
});

test("a deleted comment is gone from everywhere, and nobody else's is deleted", async () => {
  const { workspace, owner, at, author, ticketId, say, all } = await setUp();
  const stranger = await workspace.as("member");
  const { id: commentId } = await say("x");
  const forbidden = { code: "FORBIDDEN", cause: { details: { code: "not_author" } } };
  const { edit, delete: remove, versions } = author.api.comments;
  await expect(stranger.api.comments.edit({ ...at, commentId, body: "y" })).rejects.toMatchObject(
    forbidden,
  );
  await expect(stranger.api.comments.delete({ ...at, commentId })).rejects.toMatchObject(forbidden);
  await remove({ ...at, commentId });
  for (const gone of [
    () => edit({ ...at, commentId, body: "y" }),
    () => remove({ ...at, commentId }),
    () => versions({ ...at, commentId }),
  ]) {
    await expect(gone()).rejects.toMatchObject({ code: "NOT_FOUND", message: "Comment not found" });
  }
  expect(await all()).toEqual([]);

  const { id: other } = await say("y");
  await owner.api.tickets.delete({ ...at, ticketId });
  await expect(edit({ ...at, commentId: other, body: "z" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(versions({ ...at, commentId: other })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an edit waits for a delete of the comment, or of its ticket, and then finds nothing", async () => {
  const { at, author, ticketId, say } = await setUp();
  const { id: commentId } = await say("x");
  const editing = () => author.api.comments.edit({ ...at, commentId, body: "y" });
  const deleting = sql`update comments set deleted_at = clock_timestamp() where id = ${commentId}`;
  expect(await world.whileUncommitted(deleting, editing)).toBe("NOT_FOUND");
  const { id: second } = await say("z");
  const trashing = sql`update tickets set deleted_at = clock_timestamp() where id = ${ticketId}`;
  const removing = () => author.api.comments.delete({ ...at, commentId: second });
  expect(await world.whileUncommitted(trashing, removing)).toBe("NOT_FOUND");
});

describe("mentions", () => {
  test("are the members of the workspace that the text speaks to now", async () => {
    const { workspace, owner, at, author, say, all } = await setUp();
    const [ben, left, stranger] = [
      await workspace.as("viewer"),
      await workspace.as("member"),
      await world.person(),
    ];
    await workspace.end(left.id);
    const called = ({ id, name }: { id: string; name: string }) => `[@${name}](user:${id})`;
    const body = [owner, ben, left, stranger].map(called).join(" ");
    const comment = await say(body);
    expect(comment.mentionedIds).toEqual([owner.id, ben.id].sort());
    expect(await all()).toEqual([comment]);
    const edited = await author.api.comments.edit({
      ...at,
      commentId: comment.id,
      body: called(ben),
    });
    expect(edited.mentionedIds).toEqual([ben.id]);
    expect((await all())[0]!.mentionedIds).toEqual([ben.id]);
  });

  test("wait for a membership that is ending, in a new comment and in an edited one", async () => {
    const { workspace, owner, at, ticketId, say } = await setUp();
    const { id: commentId } = await say("hello");
    const { add, edit } = owner.api.comments;
    for (const call of [
      (body: string) => add({ ...at, ticketId, body }),
      (body: string) => edit({ ...at, commentId, body }),
    ]) {
      const ben = await workspace.as("member");
      const leaving = sql`update memberships set ended_at = clock_timestamp() where user_id = ${ben.id}`;
      let mentionedIds: string[] = [ben.id];
      const saying = async () => {
        ({ mentionedIds } = await call(`[@Ben](user:${ben.id})`));
      };
      expect([await world.whileUncommitted(leaving, saying), mentionedIds]).toEqual(["ok", []]);
    }
  });
});
