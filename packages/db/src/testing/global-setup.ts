import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbedded } from "../embedded";
import { migrate } from "../migrate";
import { asAdmin, dropTestDbs, ownerUrl, TEMPLATE, TEST_APP_ROLE, TEST_OWNER } from "./databases";

/** Migrates once into a template, as the owner. Each test file then clones it in milliseconds. */
export default async function setup(): Promise<() => Promise<void>> {
  const stopServer = await server();
  await asAdmin(`drop database if exists ${TEMPLATE} with (force)`);
  await asAdmin(`do $$ begin
    if not exists (select 1 from pg_roles where rolname = '${TEST_OWNER}') then
      create role ${TEST_OWNER} login createrole password 'test-owner';
    end if;
  end $$`);
  await asAdmin(`create database ${TEMPLATE} owner ${TEST_OWNER}`);
  await migrate(ownerUrl(TEMPLATE), { appRole: TEST_APP_ROLE });
  return async () => {
    await dropTestDbs();
    await stopServer();
  };
}

/** The server that TEST_DATABASE_URL names, or an embedded one of this run's own. */
async function server(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) return async () => {};
  const dataDir = await mkdtemp(join(tmpdir(), "slacky-test-"));
  await chmod(dataDir, 0o755); // Under root, PostgreSQL runs as another user and has to pass through.
  const embedded = await startEmbedded({ dataDir, fsync: false, log: () => {} });
  process.env.TEST_DATABASE_URL = embedded.adminUrl;
  return async () => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
