import { randomInt, randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { scratchDatabase } from "./scratch-database";
import { watchUncaught } from "./uncaught";

const WORKERS = 10;
const PATIENT = { timeout: 20_000 };

let scratch: Awaited<ReturnType<typeof scratchDatabase>>;

beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.admin`create table writes (tenant text not null, token uuid not null, step int not null)`;
});
beforeEach(() => scratch.admin`truncate writes`);
afterAll(() => scratch.close());

type Fate = "none" | "dies at work" | "killed between" | "killed at random" | "sleeps too long";
type Plan = { tenant: string; token: string; steps: number; fate: Fate; fatalStep: number };
type Result = "ok" | "fail" | "unknown";

const fates: Fate[] = ["none", "none", "dies at work", "killed between", "killed at random"];

test.each([
  { name: "a pool of 4", max: 4, idleMs: 0, transactions: 100 },
  { name: "a pool of 1", max: 1, idleMs: 0, transactions: 50 },
  {
    name: "a pool of 4 whose server ends idle transactions",
    max: 4,
    idleMs: 40,
    transactions: 100,
  },
])(
  "killing backends under load breaks no transaction: $name",
  async ({ name, max, idleMs, transactions }) => {
    const seed = randomInt(2 ** 31);
    process.stdout.write(`killed-under-load, ${name}: seed ${seed}\n`);
    const random = numbersFrom(seed);
    const uncaught = watchUncaught();
    const sql = scratch.pool({
      max,
      connection: { idle_in_transaction_session_timeout: idleMs },
    });

    const plan = Array.from({ length: transactions }, (_, i): Plan => {
      const steps = 2 + random(4);
      const fate = idleMs && random(4) === 0 ? "sleeps too long" : fates[random(fates.length)]!;
      const tenant = i % 2 ? "a" : "b";
      return { tenant, token: randomUUID(), steps, fate, fatalStep: random(steps + 1) };
    });
    const queue = [...plan];
    const outcomes: (Plan & { result: Result })[] = [];
    await Promise.all(
      Array.from({ length: WORKERS }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          outcomes.push({ ...next, result: await attempt(sql, next) });
        }
      }),
    );

    const rows = await scratch.admin<{ token: string; steps: number; transactions: number }[]>`
    select token, count(*)::int as steps, count(distinct xmin::text)::int as transactions
    from writes group by token`;
    const found = new Map(rows.map((row) => [row.token, row]));
    const wrong = outcomes.filter(({ token, steps, result }) => {
      const row = found.get(token);
      const whole = row?.steps === steps && row.transactions === 1;
      return result === "ok" ? !whole : result === "fail" ? row : row && !whole;
    });
    const mixed = await scratch.admin`
    select xmin::text from writes group by xmin::text
    having count(distinct tenant) > 1 or count(distinct token) > 1`;

    expect({ wrong, mixed: [...mixed] }).toEqual({ wrong: [], mixed: [] });
    const acknowledged = new Set(outcomes.filter((o) => o.result === "ok").map((o) => o.fate));
    expect(acknowledged).toContain("none");
    for (const fate of ["dies at work", "killed between", "sleeps too long"]) {
      expect(acknowledged).not.toContain(fate);
    }
    // A kill at random may still be on its way.
    const everyone = () =>
      Promise.all(Array.from({ length: max + 1 }, () => sql.begin((scope) => scope`select 1`)));
    const recovered = () => everyone().then(Boolean, () => false);
    await expect.poll(recovered, PATIENT).toBe(true);
    expect(await uncaught()).toEqual([]);
  },
);

/** One transaction of a tenant, which meets its fate in the middle and carries on regardless. */
async function attempt(sql: Sql, { tenant, token, steps, fate, fatalStep }: Plan): Promise<Result> {
  let atCommit = false;
  let leftovers: Promise<unknown> = Promise.resolve();
  const write = (scope: TransactionSql, step: number) =>
    scope`insert into writes values (${tenant}, ${token}, ${step})`;

  const result = await sql
    .begin(async (scope) => {
      const [me] = await scope<{ pid: number }[]>`select pg_backend_pid() as pid`;
      const work = async () => {
        for (let step = 0; step < steps; step++) {
          if (step === fatalStep) await meet(fate, scope, me!.pid);
          await write(scope, step);
          await scratch.admin`select 1`;
        }
        if (fatalStep === steps) await meet(fate, scope, me!.pid);
      };
      const working = work();
      // Callers that go on after a failure are what lets a statement stray.
      leftovers = working.catch(async () => {
        for (let step = 0; step < steps; step++) await write(scope, step).catch(() => {});
      });
      await working;
      atCommit = true;
    })
    .then(
      () => "ok" as const,
      () => (atCommit ? ("unknown" as const) : ("fail" as const)),
    );
  await leftovers;
  return result;
}

async function meet(fate: Fate, scope: TransactionSql, pid: number) {
  const kill = () => scratch.admin`select pg_terminate_backend(${pid})`;
  if (fate === "dies at work") await scope`select pg_terminate_backend(pg_backend_pid())`;
  if (fate === "killed between") await kill();
  if (fate === "killed at random") kill().catch(() => {});
  if (fate === "killed between" || fate === "sleeps too long") {
    const alive = () => scratch.admin`select from pg_stat_activity where pid = ${pid}`;
    while ((await alive()).length > 0);
  }
}

/** Integers below a bound, the same ones for the same seed (a linear congruential generator). */
function numbersFrom(seed: number) {
  let state = BigInt(seed);
  return (below: number) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(below));
  };
}
