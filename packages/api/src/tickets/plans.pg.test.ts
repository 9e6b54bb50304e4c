import type { Tx } from "@slacky/db";
import { tickets } from "@slacky/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, describe, expect, test } from "vitest";

import { listComments } from "../comments/list-comments";
import { packCursor } from "../shared/cursor";
import { SECRET, useTestWorld } from "../testing/harness";
import { standHundredThousand } from "../testing/hundred-thousand";
import { listHistory } from "./list-history";
import { listOrders } from "./list-orders";
import { listScope, listTickets } from "./list-tickets";
import { readBoard } from "./read-board";

const world = useTestWorld();
let stood: Awaited<ReturnType<typeof standHundredThousand>>;
let workspaceId: string;

beforeAll(async () => {
  stood = await standHundredThousand(world);
  ({ workspaceId } = stood.at);
}, 120_000);

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
};

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** How a query was answered: tables read whole, the most rows sorted, the most rows read of a table. */
type Cost = { whole: string[]; sorted: number; read: number };

function costOf(plans: Plan[]): Cost {
  const all = plans.flatMap(nodes);
  const rows = (node: Plan) => node["Actual Rows"] * node["Actual Loops"];
  const small = ["projects", "states", "transitions", "event_counters"];
  const scans = all.filter((node) => !small.includes(node["Relation Name"] ?? "projects"));
  return {
    whole: scans
      .filter((node) => node["Node Type"] === "Seq Scan")
      .map((node) => node["Relation Name"] ?? ""),
    sorted: Math.max(
      0,
      ...all
        .filter((node) => node["Node Type"].endsWith("Sort"))
        .flatMap((node) => node.Plans ?? [])
        .map(rows),
    ),
    read: Math.max(
      0,
      ...scans.map(
        (node) =>
          rows(node) +
          node["Actual Loops"] *
            ((node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0)),
      ),
    ),
  };
}

/** The plans of every statement that a use case sends, as the application's role in the workspace. */
async function plansOf(work: (tx: Tx) => Promise<unknown>): Promise<Plan[]> {
  const sent: { text: string; params: unknown[] }[] = [];
  const db = drizzle(world.db.$client, {
    casing: "snake_case",
    logger: { logQuery: (text, params) => sent.push({ text, params }) },
  });
  const { userId, sessionId } = stood.owner.context.session!; // A person is made signed in.
  return db.transaction(
    async (tx) => {
      await tx.execute(
        sql`select from enter_workspace(${userId}, ${sessionId}, ${workspaceId}, 'none', '{}')`,
      );
      sent.length = 0;
      await work(tx);
      const plans: Plan[] = [];
      for (const { text, params } of [...sent]) {
        const statement = text
          .split(/\$(\d+)/)
          .map((part, i) => (i % 2 ? sql`${params[Number(part) - 1]}` : sql.raw(part)));
        const [row] = await tx.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
          sql`explain (analyze, timing off, format json) ${sql.join(statement)}`,
        );
        plans.push(row!["QUERY PLAN"][0]!.Plan);
      }
      return plans;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

type Query = Partial<Parameters<typeof listTickets>[3]>;

const pageOf = async (query: Query) =>
  costOf(await plansOf((tx) => listTickets(tx, SECRET, workspaceId, { limit: 50, ...query })));

/** The cursor of a page that begins after `offset` rows. */
async function cursorAt(query: Query, offset: number): Promise<string> {
  const order = listOrders[query.sort ?? "created"];
  const [row] = await world.owner
    .select({ key: order.sortKey, id: tickets.id })
    .from(tickets)
    .where(
      and(
        eq(tickets.workspaceId, workspaceId),
        query.projectId ? eq(tickets.projectId, query.projectId) : undefined,
        query.state ? eq(tickets.state, query.state) : undefined,
        query.assigneeId ? eq(tickets.assigneeId, query.assigneeId) : undefined,
        isNull(tickets.deletedAt),
      ),
    )
    .orderBy(...order.by)
    .offset(offset)
    .limit(1);
  return packCursor(SECRET, listScope(workspaceId, query), [row!.key, row!.id, "words"]);
}

const aPage = { whole: [], sorted: 0 };

describe("of 100,000 tickets, neither read whole nor sorted is", () => {
  const bySort = (["created", "updated", "priority", "due"] as const).flatMap((sort) => [
    [`all of them by ${sort}`, () => ({ sort }), 90_000] as const,
    [`a project by ${sort}`, () => ({ sort, projectId: stood.projectId }), 18_000] as const,
  ]);
  test.each<readonly [string, () => Query, number]>([
    ...bySort,
    ["a lane by rank", () => ({ projectId: stood.projectId, state: "open", sort: "rank" }), 6000],
    ["somebody's, by updated", () => ({ assigneeId: stood.person, sort: "updated" }), 700],
  ])("a page of %s, first or deep", async (_, queryOf, offset) => {
    const query = queryOf();
    const first = await pageOf(query);
    const deep = await pageOf({ ...query, cursor: await cursorAt(query, offset) });
    expect([first, deep]).toMatchObject([aPage, aPage]);
    expect(Math.max(first.read, deep.read)).toBeLessThanOrEqual(60);
  });

  test.each<[string, () => Query]>([
    ["in a state", () => ({ state: "in_progress" })],
    ["of a priority", () => ({ priority: "urgent" })],
    ["that nobody has", () => ({ assigneeId: null })],
    ["with a label that many have", () => ({ labelId: stood.many })],
  ])("a page of those %s, of a project or of all", async (_, queryOf) => {
    for (const projectId of [undefined, stood.projectId]) {
      const cost = await pageOf({ ...queryOf(), projectId });
      expect(cost).toMatchObject(aPage);
      expect(cost.read).toBeLessThanOrEqual(5000);
    }
  });

  test("a board, though it counts the cards of every lane", async () => {
    const board = { workspaceId, projectId: stood.projectId, limit: 50 };
    const cost = costOf(await plansOf((tx) => readBoard(tx, SECRET, board)));
    expect(cost.whole).toEqual([]);
    expect(cost.sorted).toBeLessThanOrEqual(10); // The states.
    expect(cost.read).toBeLessThanOrEqual(20_000);
  });

  test("a page of comments, or a history", async () => {
    const input = { workspaceId, ticketId: stood.ticket, limit: 50 };
    const comments = costOf(await plansOf((tx) => listComments(tx, SECRET, input)));
    const history = costOf(await plansOf((tx) => listHistory(tx, workspaceId, stood.ticket)));
    expect([comments, history]).toMatchObject([aPage, aPage]);
    expect(Math.max(comments.read, history.read)).toBeLessThanOrEqual(60);
  });
});

test.each(["priority", "due"] as const)(
  "a walk through 20,000 of them by %s, where thousands have one key, meets each once",
  async (sort) => {
    const { owner, projectId } = stood;
    const met = new Set<string>();
    let pages = 0;
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } =
        await owner.api.tickets.list({ workspaceId, projectId, sort, limit: 100, cursor });
      for (const { id } of page.items) met.add(id);
      pages++;
      cursor = page.nextCursor;
    } while (cursor);
    expect([met.size, pages]).toEqual([20_000, 200]);
  },
);

describe("what is sorted is little", () => {
  test.each<[string, () => Query, number]>([
    ["somebody's tickets, by due date", () => ({ assigneeId: stood.person, sort: "due" }), 1000],
    ["tickets with a label that few have", () => ({ labelId: stood.few }), 1000],
    ["what a search finds by relevance", () => ({ q: "w77 login" }), 1000],
    ["what a search for a frequent word finds", () => ({ q: "login" }), 1000],
    ["what a search finds by created", () => ({ q: "login", sort: "created" }), 1000],
  ])("%s", async (_, queryOf, most) => {
    const cost = await pageOf(queryOf());
    expect(cost.whole).toEqual([]);
    expect(cost.sorted).toBeLessThanOrEqual(most);
  });
});

describe("a search reads", () => {
  const used = (tx: Tx) =>
    tx.execute<{ name: string; scans: number }>(sql`
      select indexrelname as name, pg_stat_get_xact_numscans(indexrelid)::int as scans
      from pg_stat_user_indexes where relname = 'ticket_search'
      union all select 'whole', pg_stat_get_xact_numscans('ticket_search'::regclass)::int`);

  test.each([
    ["one word in a hundred", "words", "w77", "ticket_search_document_idx"],
    ["a word of every title", "words", "ticket", "ticket_search_document_idx"],
    ["beginnings", "words", "w", "ticket_search_document_idx"],
    ["slips", "near", "serach w77", "ticket_search_title_idx"],
  ])("its own index, for %s", async (_, by, words, index) => {
    for (const projectId of [null, stood.projectId]) {
      await plansOf(async (tx) => {
        const door = sql.raw(by === "words" ? "search_tickets" : "similar_tickets");
        const before = new Map((await used(tx)).map(({ name, scans }) => [name, scans]));
        await tx.execute(sql`select count(*) from ${door}(${words}, ${projectId}::uuid)`);
        const scanned = (await used(tx)).filter(({ name, scans }) => scans > before.get(name)!);
        expect(scanned.map(({ name }) => name)).toEqual([index]);
      });
    }
  });
});

test("without its index a list is caught sorting", async () => {
  const [index] = await world.owner.execute<{ ddl: string }>(
    sql`select pg_get_indexdef('tickets_priority_live_idx'::regclass) as ddl`,
  );
  await world.owner.execute(sql`drop index tickets_priority_live_idx`);
  const cost = await pageOf({ sort: "priority" });
  await world.owner.execute(sql.raw(index!.ddl));
  expect(cost.sorted).toBeGreaterThan(60);
});
