import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { connect, type Db } from "../client";

export const TEMPLATE = "slacky_template";
/** The two roles of production: the owner migrates, the application's is what the tests act as. */
export const TEST_OWNER = "slacky_test_owner";
export const TEST_APP_ROLE = `${TEMPLATE}_app`;

/** A superuser's URL of the server that the tests run on. */
export function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("TEST_DATABASE_URL is not set: the global set-up has not run.");
  return url;
}

/** The server's URL with another database, and another user when one is named. */
export function urlFor(database: string, user?: { name: string; password: string }): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  if (user) Object.assign(url, { username: user.name, password: user.password });
  return url.toString();
}

/** The owner's URL of a database. Its password is only ever good on the test server. */
export const ownerUrl = (database: string) =>
  urlFor(database, { name: TEST_OWNER, password: "test-owner" });

export type TestDb = { name: string; db: Db; owner: Db; close: () => Promise<void> };

/**
 * A migrated, empty database of the caller's own. `db` acts as the application's role, `owner` as
 * the owner. Dropping it is left to the global teardown: a pool reports itself ended before its
 * sockets are shut.
 */
export async function openTestDb({ max = 10 } = {}): Promise<TestDb> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(`create database ${name} template ${TEMPLATE} owner ${TEST_OWNER}`);
  const db = connect(ownerUrl(name), { role: TEST_APP_ROLE, max });
  const owner = connect(ownerUrl(name), { max: 2 });
  return {
    name,
    db,
    owner,
    close: async () => {
      await Promise.all([db.$client.end({ timeout: 5 }), owner.$client.end({ timeout: 5 })]);
    },
  };
}

export async function dropTestDbs(): Promise<void> {
  const rows = await asAdmin("select datname from pg_database where datname like 'test\\_%'");
  for (const { datname } of rows) await asAdmin(`drop database if exists ${datname} with (force)`);
}

export async function asAdmin(statement: string): Promise<Record<string, string>[]> {
  const sql = postgres(adminUrl(), { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
