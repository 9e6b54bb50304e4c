import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { appRoleOf } from "@slacky/db";
import { openTestDb, ownerUrl, type TestDb } from "@slacky/db/testing/databases";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let world: TestDb;
let databaseUrl: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  world = await openTestDb({ max: 2 });
  databaseUrl = ownerUrl(world.name);
});
afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  const role = appRoleOf(databaseUrl);
  await world.owner.$client.unsafe(`drop owned by "${role}"; drop role "${role}"`);
  await world.close();
});

/** A worker process, and everything it wrote. */
function startProcess(env: Record<string, string>) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "worker.ts"], {
    cwd: root,
    env: { PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let output = "";
  const exit = once(child, "close").then(([code, signal]) => code ?? signal);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return { child, exit, output: () => output };
}

/** Events such as the application publishes: numbered without gaps, counted in the same transaction. */
const publish = (workspaceId: string, count: number) =>
  world.owner.execute(sql`
    with counter as (
      update event_counters set last_seq = last_seq + ${count}::int
      where workspace_id = ${workspaceId} returning last_seq
    )
    insert into events (workspace_id, seq, type, actor_id, actor_kind, request_id, at, subject, changes)
    select ${workspaceId}, last_seq - ${count}::int + n, 'ticket.created', gen_random_uuid(), 'user', 'test',
      clock_timestamp(), '{"kind":"ticket","id":"x"}', jsonb_build_object('title', jsonb_build_array(null, n))
    from counter, generate_series(1, ${count}::int) n`);

const entries = async (workspaceId: string) => {
  const [row] = await world.owner.execute<{ checked: string; first_bad: string | null }>(
    sql`select * from audit_check(${workspaceId}, 0, '', 100000)`,
  );
  expect(row?.first_bad).toBeNull();
  return Number(row?.checked);
};

test("what killed workers leave, the next one finishes, each entry once", async () => {
  const workspaceId = randomUUID();
  await world.owner.execute(
    sql`insert into workspaces (id, slug, name) values (${workspaceId}, 'w', 'W')`,
  );
  await world.owner.execute(sql`insert into event_counters (workspace_id) values (${workspaceId})`);
  let published = 0;
  for (let kill = 0; kill < 4; kill++) {
    const before = await entries(workspaceId);
    await publish(workspaceId, 3000);
    published += 3000;
    const { child, exit } = startProcess({ DATABASE_URL: databaseUrl });
    await expect
      .poll(() => entries(workspaceId), { interval: 5, timeout: 30_000 })
      .toBeGreaterThan(before);
    child.kill("SIGKILL");
    expect(await exit).toBe("SIGKILL");
  }
  const last = startProcess({ DATABASE_URL: databaseUrl });
  await expect.poll(() => entries(workspaceId), { timeout: 30_000 }).toBe(published);

  last.child.kill("SIGTERM");
  expect(await last.exit).toBe(0);
  expect(last.output()).not.toContain('"level":50');
});

test("without a database to work on, it says so and ends", async () => {
  const { exit, output } = startProcess({ DATABASE_URL: "mysql://x" });
  expect(await exit).toBe(1);
  expect(output()).toContain("DATABASE_URL must be set, as postgres://");
});
