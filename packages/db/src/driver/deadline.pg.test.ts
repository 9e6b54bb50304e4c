import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";

import { beginWithDeadline } from "./deadline";
import { scratchDatabase } from "./scratch-database";
import { stallableProxy } from "./stallable-proxy";

let scratch: Awaited<ReturnType<typeof scratchDatabase>>;
let proxy: Awaited<ReturnType<typeof stallableProxy>>;

beforeAll(async () => {
  scratch = await scratchDatabase();
  proxy = await stallableProxy(scratch.url);
  await scratch.admin`create table writes (who text not null)`;
});
afterAll(async () => {
  proxy.close();
  await scratch.close();
});

const late = expect.objectContaining({ name: "DeadlineError", code: "DEADLINE" });
const busy = expect.objectContaining({ name: "DeadlineError", code: "POOL_BUSY" });
const LONG = 20_000;

test("a transaction whose server freezes is given up, and the pool recovers", async () => {
  const sql = scratch.pool({ max: 1 }, proxy.url);
  let afterwards: unknown;
  const frozen = beginWithDeadline(sql, { deadlineMs: 100 }, async (scope) => {
    await scope`insert into writes values ('frozen')`;
    proxy.stall();
    await scope`select 1`.catch(() => {});
    afterwards = await scope`insert into writes values ('after')`.catch((error) => error);
  });
  await expect(frozen).rejects.toEqual(late);
  await expect.poll(() => afterwards, { timeout: LONG }).toEqual(late);

  await beginWithDeadline(
    sql,
    { deadlineMs: LONG },
    (scope) => scope`insert into writes values ('next')`,
  );
  expect(await scratch.admin`delete from writes returning who`).toEqual([{ who: "next" }]);
});

test("a connection that froze in the pool is given up before the work begins", async () => {
  const sql = scratch.pool({ max: 1 }, proxy.url);
  await sql`select 1`;
  proxy.stall();
  let begun = 0;
  const work = async () => {
    begun += 1;
  };
  await expect(beginWithDeadline(sql, { deadlineMs: 100 }, work)).rejects.toEqual(late);
  expect(begun).toBe(0);
  await beginWithDeadline(sql, { deadlineMs: LONG }, work);
  expect(begun).toBe(1);
});

test("a commit that is never answered is given up", async () => {
  const sql = scratch.pool({ max: 1 }, proxy.url);
  const silent = beginWithDeadline(sql, { deadlineMs: 100 }, async (scope) => {
    await scope`select 1`;
    proxy.stall();
  });
  await expect(silent).rejects.toEqual(late);
  await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
});

test("work that waits for something else is given up, and its locks are free", async () => {
  const sql = scratch.pool({ max: 1 });
  await scratch.admin`insert into writes values ('locked')`;
  const idle = beginWithDeadline(sql, { deadlineMs: 100 }, async (scope) => {
    await scope`select from writes for update`;
    await new Promise(() => {});
  });
  await expect(idle).rejects.toEqual(late);
  await scratch.admin`delete from writes`;
});

test("a transaction that no connection was free for is given up and never run", async () => {
  const sql = scratch.pool({ max: 1 });
  let begun = 0;
  await sql.begin(async () => {
    const waiting = beginWithDeadline(sql, { deadlineMs: LONG, acquireMs: 50 }, async () => {
      begun += 1;
    });
    await expect(waiting).rejects.toEqual(busy);
  });
  await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
  expect(begun).toBe(0);
});

test.each([true, false])(
  "a transaction given up while its connection was being made frees it (types fetched: %s)",
  async (fetch_types) => {
    const sql = scratch.pool({ max: 1, fetch_types }, proxy.url);
    let begun = 0;
    proxy.stallNew(true);
    const waiting = beginWithDeadline(sql, { deadlineMs: LONG, acquireMs: 50 }, async () => {
      begun += 1;
    });
    await expect(waiting).rejects.toEqual(busy);
    proxy.stallNew(false);
    proxy.resume();
    await expect(sql`select array[1] as ones`).resolves.toHaveLength(1);
    expect(begun).toBe(0);
  },
);

test.each([
  ["before", (abort: () => void) => abort()],
  ["after", queueMicrotask],
])(
  "a transaction given up just %s it is asked for leaves its connection in the pool",
  async (_, soon) => {
    const sql = scratch.pool({ max: 1 });
    await sql`select 1`;
    const control = new AbortController();
    soon(() => control.abort(new Error("never mind")));
    let begun = 0;
    const work = () => {
      begun += 1;
    };
    await expect(sql.begin("", work, { signal: control.signal })).rejects.toThrow("never mind");
    await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
    expect(begun).toBe(0);
  },
);

test("a server that turns every connection away is left alone once nobody waits for it", async () => {
  const server = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sql = scratch.pool({ max: 1 }, `postgres://someone@127.0.0.1:${port}/none`);
  const waiting = beginWithDeadline(sql, { deadlineMs: LONG, acquireMs: 50 }, async () => {});
  await expect(waiting).rejects.toEqual(busy);
  await sql.end();
  server.close();
});

test("settled transactions leave no timer behind and answer what the work answered", async () => {
  const sql = scratch.pool({ max: 1, max_lifetime: null, idle_timeout: 0 });
  await sql`select 1`;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const options = "isolation level repeatable read read only";
  const level = beginWithDeadline(sql, { options, deadlineMs: LONG }, async (scope) => {
    const [row] = await scope<{ level: string }[]>`
      select current_setting('transaction_isolation') as level`;
    return row!.level;
  });
  await expect(level).resolves.toBe("repeatable read");
  const failed = beginWithDeadline(sql, { deadlineMs: LONG }, () =>
    Promise.reject(new Error("no")),
  );
  await expect(failed).rejects.toThrow("no");
  expect(timers()).toBeLessThanOrEqual(before);
});
