import { Logger, runMigrations } from "graphile-worker";
import type { Sql } from "postgres";

import { JOB_SCHEMA, jobQueueUrl } from "./job-queue-url";

const silent = new Logger(() => () => {});

/** Brings the job queue's own tables up to date, as the role that signs in at `url`. */
export async function migrateJobQueue(url: string): Promise<void> {
  const connectionString = jobQueueUrl(url);
  await runMigrations({ connectionString, maxPoolSize: 1, schema: JOB_SCHEMA, logger: silent });
}

/**
 * Lets the application's role work on the queue. Its tables have row-level security without a
 * policy, which shuts out everyone but their owner. Migrating them stays with the owner.
 */
export async function grantJobQueue(sql: Sql, role: string): Promise<void> {
  const app = `"${role}"`;
  const tables = await sql<{ name: string; open: boolean }[]>`
    select t.tablename as name, exists (select 1 from pg_policies p
      where p.schemaname = t.schemaname and p.tablename = t.tablename and ${role} = any (p.roles)) as open
    from pg_tables t where t.schemaname = ${JOB_SCHEMA} and t.rowsecurity`;
  await sql.begin(async (tx) => {
    await tx.unsafe(`grant usage on schema ${JOB_SCHEMA} to ${app}`);
    await tx.unsafe(`grant select on ${JOB_SCHEMA}.migrations to ${app}`);
    for (const { name, open } of tables) {
      const table = `${JOB_SCHEMA}.${name}`;
      await tx.unsafe(`grant select, insert, update, delete on ${table} to ${app}`);
      // Only where it is missing: making one waits for everybody who works.
      if (!open) await tx.unsafe(`create policy ${app} on ${table} to ${app} using (true)`);
    }
  });
}
