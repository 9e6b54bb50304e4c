import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, prepareEmbeddedDatabase, startEmbedded } from "./index";
import { readPostmaster } from "./postmaster";

let folder: string;
let dataDir: string;
let running: Embedded | undefined;

const start = () => startEmbedded({ dataDir, log: () => {}, fsync: false });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "slacky-embedded-"));
  await chmod(folder, 0o711);
  dataDir = join(folder, "data");
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => rm(folder, { recursive: true }));

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const remember = (url: string) =>
  ask(url, (sql) => sql`create table if not exists memory as select 42 as answer`);
const recall = (url: string) =>
  ask(url, async (sql) => (await sql`select answer from memory`)[0]?.answer);

/** Starts the database in a Node process that is then killed without a word. */
async function startAndKillNode(): Promise<void> {
  const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {}, fsync: false });
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "ignore", "inherit"],
  });
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
}

describe("the embedded PostgreSQL", { timeout: 30_000 }, () => {
  test("is made on the first start and kept for the next", async () => {
    running = await start();
    const first = await prepareEmbeddedDatabase(running.adminUrl, "slacky");
    await remember(first);
    await running.stop();
    expect(running.alive()).toBe(false);

    running = await start();
    expect(running.adopted).toBe(false);
    const second = await prepareEmbeddedDatabase(running.adminUrl, "slacky");
    expect(second).toBe(first);
    expect(await recall(second)).toBe(42);
  });

  test("gives the owner the right to make roles and no way round row-level security", async () => {
    running = await start();
    const url = await prepareEmbeddedDatabase(running.adminUrl, "slacky");
    const [role] = await ask(
      url,
      (sql) =>
        sql`select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({
      rolname: "slacky_owner",
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: true,
    });
  });

  test("lets nobody in without a password, and keeps the password to itself", async () => {
    running = await start();
    const { port } = running;
    await expect(
      ask(`postgres://postgres@127.0.0.1:${port}/postgres`, (sql) => sql`select 1`),
    ).rejects.toThrow(/password/);
    expect((await stat(join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
  });

  test("is taken over when the process that started it was killed, and stops like one just started", async () => {
    running = await start();
    await remember(await prepareEmbeddedDatabase(running.adminUrl, "slacky"));
    await running.stop();
    await startAndKillNode();

    running = await start();
    expect(running.adopted).toBe(true);
    expect(await recall(await prepareEmbeddedDatabase(running.adminUrl, "slacky"))).toBe(42);
    await running.stop();
    expect(running.alive()).toBe(false);
    expect(readPostmaster(join(dataDir, "postgres", "cluster"))).toBeUndefined();
  });

  test("comes back with its data right after it was killed", async () => {
    running = await start();
    await remember(await prepareEmbeddedDatabase(running.adminUrl, "slacky"));
    process.kill(running.pid, "SIGKILL");

    running = await start();
    expect(running.adopted).toBe(false);
    expect(await recall(await prepareEmbeddedDatabase(running.adminUrl, "slacky"))).toBe(42);
  });

  test("is not misled by a lock whose process number now belongs to another program", async () => {
    running = await start();
    const lock = join(dataDir, "postgres", "cluster", "postmaster.pid");
    const [, ...rest] = (await readFile(lock, "utf8")).split("\n");
    await running.stop();
    // A sleeper of the same OS user, which PostgreSQL alone would take for a running server.
    const owner = await stat(join(dataDir, "postgres", "cluster"));
    const sleeper = spawn("sleep", ["60"], { uid: owner.uid, gid: owner.gid, stdio: "ignore" });
    try {
      await writeFile(lock, [sleeper.pid, ...rest].join("\n"));
      running = await start();
      expect(running.adopted).toBe(false);
      expect(running.pid).not.toBe(sleeper.pid);
    } finally {
      sleeper.kill();
    }
  });

  test("says so when the password of an existing database is gone", async () => {
    running = await start();
    await running.stop();
    const password = join(dataDir, "postgres-password");
    const kept = await readFile(password);
    await rm(password);
    await expect(start()).rejects.toThrow(/postgres-password is gone/);
    await writeFile(password, kept, { mode: 0o600 });
  });

  test.runIf(process.getuid?.() === 0)(
    "names the folder that bars PostgreSQL's system user",
    async () => {
      const closed = join(folder, "closed");
      await mkdir(closed, { mode: 0o700 });
      const attempt = startEmbedded({ dataDir: join(closed, "data"), log: () => {} });
      await expect(attempt).rejects.toThrow(`may not pass through ${closed}.`);
    },
  );

  test("says why a data folder cannot be used", async () => {
    await writeFile(join(folder, "file"), "");
    const attempt = startEmbedded({ dataDir: join(folder, "file", "data"), log: () => {} });
    await expect(attempt).rejects.toThrow(/cannot be used \(ENOTDIR.*DATA_DIR/);
  });
});
