import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

import { grantRights } from "./grants";
import { grantJobQueue, migrateJobQueue } from "./migrate-job-queue";
import { appRoleOf, ensureAppRole } from "./roles";

/** Any number will do, as long as every process takes the same one. */
const MIGRATION_LOCK = 5_147_001;

const OLDEST_SERVER = 150_000;

/** Where the .sql files are, when the caller is not bundled away from them. */
// A literal `new URL(…, import.meta.url)` would be taken for an asset by the bundler of the web app.
export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), "../migrations");

/**
 * Brings the database at `url` up to date, as the role that signs in, and gives the application's
 * role its rights. Safe to run from any number of processes at once.
 */
export async function migrate(
  url: string,
  { folder = migrationsFolder, appRole = appRoleOf(url) } = {},
): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await refuseOldServer(sql);
    // Roles belong to the cluster and advisory locks to a database, so this stands outside the lock.
    await ensureAppRole(sql, appRole);
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    await migrateJobQueue(url);
    await grantRights(sql, appRole);
    await grantJobQueue(sql, appRole);
    await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
  } finally {
    await sql.end();
  }
}

async function refuseOldServer(sql: postgres.Sql) {
  const [row] = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`;
  if (row!.version < OLDEST_SERVER) {
    throw new Error(
      `PostgreSQL 15 or newer is needed; this one is ${Math.floor(row!.version / 10_000)}.`,
    );
  }
}
