import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

import { scratchDatabase } from "./scratch-database";
import { watchUncaught } from "./uncaught";

let scratch: Awaited<ReturnType<typeof scratchDatabase>>;

beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.admin`create table writes (who text not null)`;
});
afterAll(() => scratch.close());

const die = (sql: Pick<TransactionSql, "unsafe">) =>
  sql.unsafe("select pg_terminate_backend(pg_backend_pid())");
const PATIENT = { timeout: 20_000 };
const closed = expect.objectContaining({ code: "CONNECTION_CLOSED" });
const writers = async () =>
  (await scratch.admin<{ who: string }[]>`delete from writes returning who`).map((row) => row.who);

/** Ends the session of an idle transaction, and returns once the client has noticed. */
async function killIdle(pid: number, gone: Promise<unknown>) {
  await scratch.admin`select pg_terminate_backend(${pid})`;
  await gone;
}

test("a backend that dies under a statement rejects the transaction, and the process lives", async () => {
  const uncaught = watchUncaught();
  const sql = scratch.pool({ max: 1 });
  await expect(sql.begin((scope) => die(scope))).rejects.toEqual(closed);
  await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
  expect(await uncaught()).toEqual([]);
});

test("a write that was due when the socket closed is dropped", async () => {
  const uncaught = watchUncaught();
  const askForPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
  const far: Socket[] = [];
  const server = createServer((socket) => {
    far.push(socket);
    socket.once("data", () => socket.write(askForPassword));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  let near: Socket | undefined;
  const sql = scratch.pool(
    {
      max: 1,
      socket: () => {
        near = connect(port, "127.0.0.1");
        return near;
      },
      password: async () => {
        server.close();
        far.at(-1)?.destroy();
        await once(near!, "close");
        return "late";
      },
    },
    `postgres://someone@127.0.0.1:${port}/none`,
  );
  await expect(sql`select 1`).rejects.toMatchObject({ code: "ECONNREFUSED" });
  expect(await uncaught()).toEqual([]);
});

test("statements of a dead transaction never join the one that has its connection now", async () => {
  const sql = scratch.pool({ max: 1 });
  let dead: TransactionSql | undefined;
  let settle: (() => void) | undefined;
  const first = sql.begin(async (scope) => {
    dead = scope;
    const [me] = await scope<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await scope`insert into writes values ('dead')`;
    await killIdle(me!.pid, new Promise<void>((resolve) => (settle = resolve)));
  });
  first.catch(() => settle?.());
  await expect(first).rejects.toEqual(closed);

  await sql.begin(async (scope) => {
    await scope`insert into writes values ('alive')`;
    await expect(dead!`insert into writes values ('stray')`).rejects.toEqual(closed);
    await expect(
      dead!.savepoint((inner) => inner`insert into writes values ('nested')`),
    ).rejects.toEqual(closed);
    await expect(dead!.unsafe("rollback")).rejects.toEqual(closed);
    await expect(dead!`commit`).rejects.toEqual(closed);
    await scope`insert into writes values ('alive')`;
  });
  expect(await writers()).toEqual(["alive", "alive"]);
});

test("statements that wait behind the one that died are rejected too", async () => {
  const sql = scratch.pool({ max: 1 });
  const outcomes: PromiseSettledResult<unknown>[] = [];
  const lost = sql.begin(async (scope) => {
    outcomes.push(
      ...(await Promise.allSettled([
        // A first use of parameters has to be described, which makes the rest wait in the client.
        scope`select pg_terminate_backend(pg_backend_pid()), ${1}::int`,
        scope`insert into writes values ('first')`,
        scope`insert into writes values (${"second"})`,
        scope.savepoint((inner) => inner`insert into writes values ('nested')`),
      ])),
    );
    return outcomes;
  });
  await expect(lost).rejects.toEqual(closed);
  // The work notices later than the caller of `begin` does.
  await expect
    .poll(() => outcomes, PATIENT)
    .toEqual(Array(4).fill({ status: "rejected", reason: closed }));
  expect(await writers()).toEqual([]);
});

test("a commit in flight when the backend dies is not acknowledged", async () => {
  const sql = scratch.pool({ max: 1 });
  await scratch.admin.unsafe(`
    create function die() returns trigger language plpgsql as
      'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
    create table mortal (id int);
    create constraint trigger die after insert on mortal
      deferrable initially deferred for each row execute function die();`);
  await expect(sql.begin((scope) => scope`insert into mortal values (1)`)).rejects.toEqual(closed);
  await expect(sql`select * from mortal`).resolves.toEqual([]);
});

test("the session after a dead one starts clean", async () => {
  const sql = scratch.pool({ max: 1, fetch_types: false });
  const dying = sql`
    select n, case n when 3 then pg_terminate_backend(pg_backend_pid()) end from generate_series(1, 9) n`;
  const next = sql`select 7 as n`;
  await expect(dying).rejects.toEqual(closed);
  await expect(next).resolves.toEqual([{ n: 7 }]);
});

test("bytes that were not sent when a connection closed are not sent on the next", async () => {
  const { hostname, port } = new URL(scratch.url);
  const sockets: Socket[] = [];
  const sql = scratch.pool({
    max: 2,
    socket: () => {
      const socket = connect(Number(port || 5432), hostname);
      sockets.push(socket);
      return socket;
    },
  });
  const both = () => Promise.all([sql.begin((a) => a`select 1`), sql.begin((b) => b`select 1`)]);
  await both();
  // Both close in one turn; in between, the statement is written to the one that closes last.
  const between = Promise.race(sockets.map((socket) => once(socket, "close"))).then(
    () => sql`select 1`,
  );
  for (const socket of sockets) socket.destroy();
  await expect(between).rejects.toEqual(closed);
  await both();
});

test("a cursor does not go on in the session after its own", async () => {
  const uncaught = watchUncaught();
  const sql = scratch.pool({ max: 1 });
  let next: Promise<unknown> | undefined;
  await sql
    .begin(async (scope) => {
      const [me] = await scope<{ pid: number }[]>`select pg_backend_pid() as pid`;
      let settle: (() => void) | undefined;
      const batches = scope`select generate_series(1, 3)`.cursor(1, async () => {
        await killIdle(me!.pid, new Promise<void>((resolve) => (settle = resolve)));
        next = sql`select 1 as one`.execute();
        await scratch.admin`select 1`;
      });
      batches.catch(() => settle?.());
      await batches;
    })
    .catch(() => {});
  await expect.poll(() => next, PATIENT).toBeDefined();
  await expect(next).resolves.toEqual([{ one: 1 }]);
  await expect(sql`select 2 as two`).resolves.toEqual([{ two: 2 }]);
  expect(await uncaught()).toEqual([]);
});

test("the pool ends though its last backend died", async () => {
  const sql = scratch.pool({ max: 1 });
  let ended: Promise<void> | undefined;
  const lost = sql.begin(async (scope) => {
    await scope`select 1`;
    ended = sql.end();
    await die(scope);
  });
  await expect(lost).rejects.toEqual(closed);
  await ended;
});
