import { ownerUrl, TEST_APP_ROLE } from "@slacky/db/testing/databases";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { forgetAnswers } from "./forget-answers";
import type { WorkerLog } from "./log";
import { startWorker, type Worker } from "./start-worker";

const world = useTestWorld();
const failures: unknown[] = [];
const log: WorkerLog = { info: () => {}, error: (what) => failures.push(what) };
let running: Worker[] = [];

/** A worker on this file's database. */
async function work(): Promise<Worker> {
  const [row] = await world.owner.execute<{ name: string }>(sql`select current_database() as name`);
  const worker = startWorker(ownerUrl(row!.name), log, TEST_APP_ROLE);
  running.push(worker);
  return worker;
}

beforeEach(() => {
  failures.length = 0;
});
afterEach(async () => {
  await Promise.all(running.map((worker) => worker.stop()));
  running = [];
  expect(failures).toEqual([]);
});

describe("a worker", () => {
  test("writes the audit log behind the people who work", async () => {
    await work();
    await work();
    const { owner, at, project } = await world.project();
    for (let i = 0; i < 5; i++) {
      await owner.api.tickets.create({ ...at, projectId: project.id, title: `T${i}` });
    }
    await expect
      .poll(() => owner.api.audit.verify(at), { timeout: 10_000 })
      .toMatchObject({ ok: true, checked: 7 });
  });

  test("does the jobs of the queue, as the application's role", async () => {
    const ana = await world.person();
    const keep = (key: string, hours: number) =>
      world.owner.execute(sql`insert into idempotency_keys (user_id, key, request_hash, response, created_at)
        values (${ana.id}, ${key}, 'x', '"x"', clock_timestamp() - make_interval(hours => ${hours}))`);
    await keep("old", 49);
    await keep("young", 47);
    await work();
    const kept = async () => {
      const rows = await world.owner.execute<{ key: string }>(
        sql`select key from idempotency_keys`,
      );
      return rows.map(({ key }) => key);
    };
    // The hour comes for the test when it says so.
    await world.db.execute(sql`select graphile_worker.add_job('forget-answers')`);
    await expect.poll(kept, { timeout: 10_000 }).toEqual(["young"]);
    await expect
      .poll(() => world.owner.execute(sql`select id from graphile_worker.jobs`), {
        timeout: 10_000,
      })
      .toEqual([]);
  });

  test("stops while it has nothing to do, and while it has", async () => {
    const { owner, at, project } = await world.project();
    for (let i = 0; i < 5; i++) {
      await owner.api.tickets.create({ ...at, projectId: project.id, title: `T${i}` });
      const worker = await work();
      await worker.stop();
    }
    const left = sql`select application_name from pg_stat_activity
      where datname = current_database() and application_name in ('slacky-worker', 'slacky-jobs')`;
    await expect.poll(() => world.owner.execute(left)).toEqual([]);
  });
});

test("many forgotten answers go in several steps", async () => {
  const ana = await world.person();
  await world.owner.execute(sql`insert into idempotency_keys (user_id, key, request_hash, response, created_at)
    select ${ana.id}, 'k' || n, 'x', '"x"', clock_timestamp() - interval '3 days' from generate_series(1, 2500) n`);
  await forgetAnswers(world.db);
  const left = sql`select key from idempotency_keys where user_id = ${ana.id}`;
  expect(await world.owner.execute(left)).toEqual([]);
});
