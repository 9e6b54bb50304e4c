import { transaction } from "@slacky/db";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

import { type Person, useTestWorld } from "../testing/harness";

const world = useTestWorld();
let owner: Person;
let at: { workspaceId: string };
let projectId: string;

beforeAll(async () => {
  ({
    owner,
    at,
    project: { id: projectId },
  } = await world.project());
});

const add = (title: string, more: { description?: string; projectId?: string } = {}) =>
  owner.api.tickets.create({ ...at, projectId, title, ...more });
const comment = (ticketId: string, body: string) =>
  owner.api.comments.add({ ...at, ticketId, body });
const titles = async (q: string, more: object = {}) =>
  (await owner.api.tickets.list({ ...at, q, ...more })).items.map(({ title }) => title);

describe("a search", () => {
  test("finds words in titles, then descriptions, then comments", async () => {
    const commented = await add("Plain one");
    await comment(commented.id, "about the zeppelin");
    await add("Plain two", { description: "The zeppelin again" });
    await add("Zeppelin in the title");
    expect(await titles("ZEPPELIN")).toEqual(["Zeppelin in the title", "Plain two", "Plain one"]);
  });

  test("wants every word, wherever on the ticket each of them is", async () => {
    const both = await add("Kangaroo crossing", { description: "near the marmalade" });
    await comment(both.id, "seen at dusk");
    await add("Kangaroo only");
    expect(await titles("kangaroo marmalade dusk")).toEqual(["Kangaroo crossing"]);
    expect(await titles("kangaroo -marmalade")).toEqual(["Kangaroo only"]);
    expect(await titles('"marmalade the near"')).toEqual([]);
    expect((await titles("marmalade or only")).sort()).toEqual([
      "Kangaroo crossing",
      "Kangaroo only",
    ]);
  });

  test("takes the last word for a beginning, but not in quotation marks", async () => {
    await add("Quixotic windmill");
    expect(await titles("quixotic windm")).toEqual(["Quixotic windmill"]);
    expect(await titles("quix windmill")).toEqual(["Quixotic windmill"]); // Near, as nothing has "quix".
    await add("Windm of its own");
    expect(await titles('"windm"')).toEqual(["Windm of its own"]);
  });

  test("forgives a slip in a title when nothing has the words", async () => {
    await add("Database connection pool is exhausted");
    expect(await titles("databse conection")).toEqual(["Database connection pool is exhausted"]);
    expect(await titles("Datenbank")).toEqual([]);
  });

  test("finds a ticket by its key before those that mention it", async () => {
    const named = await add("The one that is meant");
    await add(`Follows ${named.key}`);
    expect(await titles(named.key.toLowerCase())).toEqual([
      "The one that is meant",
      `Follows ${named.key}`,
    ]);
  });

  test("follows edits of tickets and comments, and forgets what is deleted", async () => {
    const ticket = await add("Obsidian");
    await owner.api.tickets.update({
      ...at,
      ...{ ticketId: ticket.id, expectedVersion: 1, patch: { title: "Basalt" } },
    });
    const { id } = await comment(ticket.id, "pumice");
    expect([await titles("obsidian"), await titles("basalt pumice")]).toEqual([[], ["Basalt"]]);
    await owner.api.comments.edit({ ...at, commentId: id, body: "granite" });
    expect([await titles("pumice"), await titles("granite")]).toEqual([[], ["Basalt"]]);
    await owner.api.comments.delete({ ...at, commentId: id });
    expect(await titles("granite")).toEqual([]);
    await owner.api.tickets.delete({ ...at, ticketId: ticket.id });
    expect(await titles("basalt")).toEqual([]);
  });

  test("narrows to a project, and sorts as any list does", async () => {
    const other = await owner.api.projects.create({ ...at, name: "Other" });
    await add("Walrus 1");
    await add("Walrus 2", { projectId: other.id });
    await add("Walrus 3");
    expect(await titles("walrus", { projectId: other.id })).toEqual(["Walrus 2"]);
    expect(await titles("walrus", { projectId })).toEqual(["Walrus 3", "Walrus 1"]);
    expect(await titles("walrus", { sort: "created" })).toEqual([
      "Walrus 3",
      "Walrus 2",
      "Walrus 1",
    ]);
  });

  test("goes on page by page, near finds too, and its cursors open no other search", async () => {
    for (let i = 0; i < 5; i++) await add(`Hippopotamus ${i}`);
    for (const q of ["hippopotamus", "hipopotamus"]) {
      const first = await owner.api.tickets.list({ ...at, q, limit: 3 });
      const cursor = first.nextCursor;
      const rest = await owner.api.tickets.list({ ...at, q, limit: 3, cursor });
      expect(rest.nextCursor).toBe(null);
      const seen = [...first.items, ...rest.items].map(({ title }) => title);
      expect(new Set(seen).size).toBe(5);
      await expect(owner.api.tickets.list({ ...at, q: "walrus", cursor })).rejects.toMatchObject({
        code: "BAD_REQUEST",
        message: "cursor: Not a cursor of this list",
      });
    }
  });

  test("of near titles goes on as it began, though a ticket with the very words has come", async () => {
    await add("Chrysanthemum one");
    await add("Chrysanthemum two");
    const near = { ...at, q: "crysanthemum", limit: 1 };
    const { nextCursor: cursor } = await owner.api.tickets.list(near);
    await add("Crysanthemum, spelt so");
    const rest = await owner.api.tickets.list({ ...near, cursor, limit: 5 });
    expect(rest.items.map(({ title }) => title)).toContain("Chrysanthemum one");
  });

  test.each([
    "!!!",
    "-",
    '"',
    "or",
    "a & b | !c :*",
    "'; drop table tickets; --",
    "\\",
    "ENG-0",
    "-x",
    "💥",
    "%_",
    "ENG-999999999",
  ])("of %j is answered like any other", async (q) => {
    expect(Array.isArray(await titles(q))).toBe(true);
  });

  test("by relevance needs words, and words have an end", async () => {
    for (const [input, field] of [
      [{ sort: "relevance" }, "sort"],
      [{ q: "x".repeat(201) }, "q"],
      [{ q: " " }, "q"],
    ] as const) {
      await expect(owner.api.tickets.list({ ...at, ...input })).rejects.toMatchObject({
        code: "BAD_REQUEST",
        message: expect.stringMatching(new RegExp(`^${field}: `)),
      });
    }
  });
});

describe("what search keeps", () => {
  const hexagrams = (count: number, between: string) =>
    Array.from({ length: count }, (_, i) =>
      [(i >> 10) & 31, (i >> 5) & 31, i & 31]
        .map((n) => String.fromCodePoint(0x10400 + n))
        .join(""),
    ).join(between);
  test.each([
    ["words", hexagrams(25_000, " ")],
    ["hyphens", hexagrams(25_000, "-")],
    ["hosts", Array.from({ length: 9_000 }, (_, i) => `h${i}.ex.org/p`).join(" ")],
    ["mail", Array.from({ length: 9_000 }, (_, i) => `u${i}@ex.org`).join(" ")],
    ["one word", "x".repeat(100_000)],
    ["nothing", ""],
  ])("fits, of the longest text there may be: %s", async (_, text) => {
    // A cut may go through the middle of a character.
    const first = (most: number) => text.slice(0, most).replace(/\p{Surrogate}/gu, "");
    const { id } = await add("Long", { description: first(100_000) });
    await comment(id, `${first(99_990)} the end`);
  });

  test("is of the oldest comments when there is more than a document holds", async () => {
    const { id } = await add("Talked about");
    await comment(id, "aardvark");
    await comment(id, "x ".repeat(50_000));
    await comment(id, "wombat");
    expect([await titles("aardvark"), await titles("wombat")]).toEqual([["Talked about"], []]);
  });

  test("has both of two comments that are added, or edited, at once", async () => {
    const { id } = await add("Busy");
    const theirs = (body: string) => sql`insert into comments
      (workspace_id, id, ticket_id, author_id, body)
      values (${at.workspaceId}, ${crypto.randomUUID()}, ${id}, ${owner.id}, ${body})`;
    const said: { id: string }[] = [];
    const say = async () => said.push(await comment(id, "armadillo"));
    expect(await world.whileUncommitted(theirs("porcupine"), say)).toBe("ok");
    expect(await titles("porcupine armadillo")).toEqual(["Busy"]);
    const edit = () => owner.api.comments.edit({ ...at, commentId: said[0]!.id, body: "pangolin" });
    expect(await world.whileUncommitted(theirs("platypus"), edit)).toBe("ok");
    expect(await titles("porcupine pangolin platypus")).toEqual(["Busy"]);
  });
});

describe("another workspace's words", () => {
  test("are in no answer to a search from here", async () => {
    const canary = `canary${crypto.randomUUID().replaceAll("-", "")}`;
    const there = await world.project();
    const theirs = await there.owner.api.tickets.create({
      ...there.at,
      ...{ projectId: there.project.id, title: `${canary} title`, description: canary },
    });
    await there.owner.api.comments.add({ ...there.at, ticketId: theirs.id, body: canary });
    const own = await there.owner.api.tickets.list({ ...there.at, q: canary });
    expect(own.items).toHaveLength(1);

    const asks = [
      canary,
      canary.slice(0, 12),
      `${canary.slice(0, 20)}x`,
      theirs.key,
      `-${at.workspaceId}`,
      "title",
    ];
    for (const q of asks) {
      for (const more of [{}, { projectId: there.project.id }, { sort: "created" as const }]) {
        const answer = await owner.api.tickets
          .list({ ...at, q, ...more })
          .catch((error) => error.message);
        expect(JSON.stringify(answer)).not.toContain(canary.slice(0, 20));
        expect(JSON.stringify(answer)).not.toContain(theirs.id);
      }
    }
    await expect(owner.api.tickets.list({ ...there.at, q: canary })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "Workspace not found",
    });
  });

  test("stay where they are for someone who has entered no workspace", async () => {
    await add("Alone");
    await transaction(world.db, "read", async (tx) => {
      for (const door of ["search_tickets", "similar_tickets"]) {
        const found = await tx.execute(sql`select * from ${sql.raw(door)}('alone', null)`);
        expect(found).toHaveLength(0);
      }
    });
  });
});
