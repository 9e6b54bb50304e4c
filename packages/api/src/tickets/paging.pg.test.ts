import { connect } from "@slacky/db";
import { tickets as table } from "@slacky/db/schema";
import { ownerUrl, TEST_APP_ROLE } from "@slacky/db/testing/databases";
import { priorities } from "@slacky/db/vocabulary";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createCaller } from "../root";
import { type Caller, type Person, useTestWorld } from "../testing/harness";
import { sorts } from "./input";

const world = useTestWorld();
let owner: Person;
let at: { workspaceId: string };
let projectId: string;
let steady: string[];

type Sort = (typeof sorts)[number];
type Items = Awaited<ReturnType<Caller["tickets"]["list"]>>["items"];

/** Forty tickets with few different keys, all of one moment, in one lane. */
beforeAll(async () => {
  ({
    owner,
    at,
    project: { id: projectId },
  } = await world.project());
  for (let i = 0; i < 40; i++) {
    await owner.api.tickets.create({
      ...{ ...at, projectId, title: `Steady ${i % 4 === 0 ? "steady " : ""}ticket` },
      dueOn: [null, "2026-12-01", "2026-12-02"][i % 3]!,
      priority: priorities[i % 2]!,
    });
  }
  const moment = "2026-01-01T00:00:00.123Z";
  await world.owner
    .update(table)
    .set({ createdAt: moment, updatedAt: moment })
    .where(eq(table.projectId, projectId));
  const rows = await world.owner
    .select({ id: table.id })
    .from(table)
    .where(eq(table.projectId, projectId));
  steady = rows.map(({ id }) => id).sort();
});

/** Every page of a list, one after the other. */
async function walk(api: Caller, sort: Sort, limit: number): Promise<Items> {
  const list = { ...at, projectId, state: "open", sort, limit, ...queryOf(sort) };
  const items: Items = [];
  let cursor: string | null = null;
  do {
    const page: { items: Items; nextCursor: string | null } = await api.tickets.list({
      ...list,
      cursor,
    });
    items.push(...page.items);
    expect(items.length, "the list comes to an end").toBeLessThan(1000);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

const queryOf = (sort: Sort) => (sort === "relevance" ? { q: "steady" } : {});
const idsOf = (items: Items) => items.map(({ id }) => id);

/** Numbers from 0 to 1 that one seed brings about. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("each sort is what it says, down to the id", () => {
  const keys: Record<Exclude<Sort, "relevance">, (ticket: Items[number]) => string> = {
    created: ({ createdAt, id }) => createdAt + id,
    updated: ({ updatedAt, id }) => updatedAt + id,
    priority: ({ priority, id }) => priorities.indexOf(priority) + id,
    due: ({ dueOn, id }) => (dueOn ?? "9999") + id,
    rank: ({ rank }) => rank,
  };
  const falling = ["created", "updated", "priority"];
  test.each(Object.entries(keys))("%s", async (sort, key) => {
    const found = (await walk(owner.api, sort as Sort, 7)).map(key);
    const inOrder = found.toSorted((a, b) => (a < b ? -1 : 1));
    expect(found).toEqual(falling.includes(sort) ? inOrder.toReversed() : inOrder);
  });
});

const seed = Date.now() % 1_000_000;

test(`what is there all along is met exactly once while others write (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const random = randomFrom(seed);
  let walking = true;
  const write = async () => {
    const own: string[] = [];
    while (walking) {
      const [one] = random() < 0.6 ? [] : own.splice(Math.floor(random() * own.length), 1);
      const priority = priorities[Math.floor(random() * 5)]!;
      const dueOn = random() < 0.5 ? null : "2026-12-01";
      if (one === undefined) {
        const title = random() < 0.5 ? "Passing" : "Passing steady";
        own.push((await owner.api.tickets.create({ ...at, projectId, title, priority, dueOn })).id);
      } else if (random() < 0.5) {
        await owner.api.tickets.delete({ ...at, ticketId: one });
      } else {
        const { version } = await owner.api.tickets.get({ ...at, ticket: one });
        const patch = { title: "Changed steady", priority, dueOn };
        await owner.api.tickets.update({ ...at, ticketId: one, expectedVersion: version, patch });
        own.push(one);
      }
      // No more than the pages can keep up with: a page of one would never come to an end.
      if (own.length > 12) await owner.api.tickets.delete({ ...at, ticketId: own.shift()! });
    }
  };
  const writers = [write(), write(), write()];
  const meet = async (limit: number) => {
    for (const sort of sorts) {
      const met = idsOf(await walk(owner.api, sort, limit)).filter((id) => steady.includes(id));
      expect({ sort, limit, met: met.sort() }).toEqual({ sort, limit, met: steady });
    }
  };
  try {
    await Promise.all([meet(1), meet(7), meet(50)]);
  } finally {
    walking = false;
    await Promise.all(writers);
  }
});

describe("on a server that lives by another clock", () => {
  let there: ReturnType<typeof connect>;
  beforeAll(async () => {
    const [row] = await world.owner.execute<{ name: string }>(
      sql`select current_database() as name`,
    );
    there = connect(ownerUrl(row!.name), { role: TEST_APP_ROLE, max: 1 });
    // The connection asks for UTC, which a pooler between them may not pass on.
    await there.execute(sql`set time zone 'Asia/Kathmandu'`);
  });
  afterAll(() => there.$client.end({ timeout: 5 }));

  test.each(sorts)("pages by %s are the same", async (sort) => {
    const api = createCaller({ ...owner.context, db: there });
    expect(await walk(api, sort, 7)).toEqual(await walk(owner.api, sort, 50));
  });

  test("so are pages of comments", async () => {
    const api = createCaller({ ...owner.context, db: there });
    const on = { ...at, ticketId: steady[0]! };
    for (const body of ["a", "b", "c", "d", "e"]) await owner.api.comments.add({ ...on, body });
    const first = await api.comments.list({ ...on, limit: 2 });
    const rest = await api.comments.list({ ...on, cursor: first.nextCursor });
    const said = [...first.items, ...rest.items].map(({ body }) => body);
    expect(said).toEqual(["a", "b", "c", "d", "e"]);
  });
});

test("a cursor goes on whether the usual sort is named or not", async () => {
  for (const [q, sort] of [
    [undefined, "created"],
    ["steady", "relevance"],
  ] as const) {
    const { nextCursor: cursor } = await owner.api.tickets.list({ ...at, q, limit: 1 });
    const page = await owner.api.tickets.list({ ...at, q, sort, limit: 1, cursor });
    expect(page.items).toHaveLength(1);
  }
});

test("a cursor opens its own list and no other", async () => {
  const label = await owner.api.labels.create({ ...at, name: "Bug", color: "red" });
  const lists = [
    {},
    { sort: "updated" },
    { sort: "due" },
    { projectId },
    { state: "open" },
    { assigneeId: null },
    { assigneeId: owner.id },
    { priority: "none" },
    { labelId: label.id },
    { q: "steady" },
    { q: "ticket" },
    { q: "steady", sort: "created" },
  ] as const;
  const opened: [number, number][] = [];
  for (const [i, list] of lists.entries()) {
    const { nextCursor: cursor } = await owner.api.tickets.list({ ...at, ...list, limit: 1 });
    for (const [j, other] of lists.entries()) {
      const answer = owner.api.tickets.list({ ...at, ...other, cursor, limit: 1 });
      const code = await answer.then(
        () => "ok",
        (error: { code: string }) => error.code,
      );
      if (cursor && code !== "BAD_REQUEST") opened.push([i, j]);
    }
  }
  expect(opened.every(([i, j]) => i === j)).toBe(true);
  expect(opened.length).toBeGreaterThan(8);
});
