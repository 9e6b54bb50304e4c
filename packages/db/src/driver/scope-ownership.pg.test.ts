import { connect, type Socket } from "node:net";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

import { scratchDatabase } from "./scratch-database";

let scratch: Awaited<ReturnType<typeof scratchDatabase>>;

beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.admin`create table writes (who text not null)`;
});
afterAll(() => scratch.close());

const ended = expect.objectContaining({ code: "TRANSACTION_ENDED" });
const writers = async () =>
  (await scratch.admin<{ who: string }[]>`delete from writes returning who`).map((row) => row.who);

test.each([
  ["committed", async () => {}],
  ["rolled back", () => Promise.reject(new Error("no"))],
])("a statement on a transaction that was %s is never sent", async (_, outcome) => {
  const sql = scratch.pool({ max: 1 });
  let past: TransactionSql | undefined;
  await sql
    .begin((scope) => {
      past = scope;
      return outcome();
    })
    .catch(() => {});
  await expect(past!`insert into writes values ('late')`).rejects.toEqual(ended);
  await sql.begin(async (scope) => {
    await scope`insert into writes values ('present')`;
    await expect(past!`insert into writes values ('past')`).rejects.toEqual(ended);
  });
  expect(await writers()).toEqual(["present"]);
});

test("a statement that comes while COMMIT is on its way is not sent after it", async () => {
  const sql = scratch.pool({ max: 1 });
  let stray: Promise<unknown> | undefined;
  await sql.begin(async (scope) => {
    await scope`insert into writes values ('whole')`;
    setImmediate(() => {
      stray = scope`insert into writes values ('stray')`.execute();
    });
  });
  await expect(stray).rejects.toEqual(ended);
  expect(await writers()).toEqual(["whole"]);
});

test("a transaction that was committed by hand owns its connection no more", async () => {
  const sql = scratch.pool({ max: 1 });
  const odd = sql.begin(async (scope) => {
    await scope`insert into writes values ('by hand')`;
    await scope`commit`;
    await scope`insert into writes values ('after')`;
  });
  await expect(odd).rejects.toEqual(ended);
  expect(await writers()).toEqual(["by hand"]);
});

test("a failure that nobody awaited is not acknowledged as a commit", async () => {
  const sql = scratch.pool({ max: 1 });
  const failing = sql.begin(async (scope) => {
    await scope`insert into writes values ('partial')`;
    scope`insert into writes values (null)`.execute();
  });
  await expect(failing).rejects.toMatchObject({ code: "23502" });
  expect(await writers()).toEqual([]);
});

test("a transaction owns its connection also when the pipeline is full", async () => {
  const sql = scratch.pool({ max: 2, max_pipeline: 1 });
  // The first connection is taken, so that the second one gets both of the next.
  await sql.begin(async () => {
    await sql`select 1`;
    const ahead = sql`select pg_sleep(0)`.execute();
    await sql.begin((scope) => scope`insert into writes values ('owned')`);
    await ahead;
  });
  expect(await writers()).toEqual(["owned"]);
});

test("a socket that drains does not put a transaction's connection up for grabs", async () => {
  let socket: Socket | undefined;
  const url = new URL(scratch.url);
  const sql = scratch.pool({
    max: 1,
    socket: () => {
      socket = connect(Number(url.port || 5432), url.hostname);
      return socket;
    },
  });
  let other: Promise<unknown> | undefined;
  await sql
    .begin(async (scope) => {
      await scope`insert into writes values ('undone')`;
      socket!.emit("drain");
      other = sql`insert into writes values ('independent')`.execute();
      await scope`select 1`;
      throw new Error("no");
    })
    .catch(() => {});
  await other;
  expect(await writers()).toEqual(["independent"]);
});

test("a statement that must be prepared anew is not repeated inside another's transaction", async () => {
  await scratch.admin`create table shape (id int)`;
  const sql = scratch.pool({ max: 1 });
  const add = () => sql`insert into shape values (1) returning *`;
  await add();
  await scratch.admin`alter table shape add column extra int`;

  const outside = add().then(
    () => 1,
    () => 0,
  );
  await sql
    .begin(async (scope) => {
      await scope`select 1`;
      throw new Error("no");
    })
    .catch(() => {});
  const acknowledged = await outside;
  const [row] = await scratch.admin<{ n: number }[]>`select count(*)::int as n from shape`;
  expect(row!.n).toBe(1 + acknowledged);
  await expect(add()).resolves.toMatchObject([{ id: 1, extra: null }]);
});

test("a statement that could not be built leaves the one in flight and the one after alone", async () => {
  const sql = scratch.pool({ max: 1 });
  await sql`select 1`;
  const results = await Promise.allSettled([
    sql`select 'a' as who`,
    sql`select ${undefined as never} as who`,
    sql`select 'b' as who`,
  ]);
  expect(results).toEqual([
    { status: "fulfilled", value: [{ who: "a" }] },
    { status: "rejected", reason: expect.objectContaining({ code: "UNDEFINED_VALUE" }) },
    { status: "fulfilled", value: [{ who: "b" }] },
  ]);
});
