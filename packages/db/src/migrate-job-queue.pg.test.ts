import { Logger, makeWorkerUtils } from "graphile-worker";
import { afterAll, expect, test } from "vitest";

import { JOB_SCHEMA, jobQueueUrl } from "./job-queue-url";
import { migrate } from "./migrate";
import { asAdmin, ownerUrl, TEST_OWNER } from "./testing/databases";

const database = "test_Jobs-of-a-team";
const role = `${database} and its app`;

afterAll(async () => {
  await asAdmin(`drop database if exists "${database}" with (force)`);
  await asAdmin(`drop role if exists "${role}"`);
});

test("the application's role works on the queue, whatever its name, and migrating again changes nothing", async () => {
  await asAdmin(`create database "${database}" owner ${TEST_OWNER}`);
  const url = ownerUrl(database);
  await migrate(url, { appRole: role });
  await migrate(url, { appRole: role });
  const jobs = await makeWorkerUtils({
    ...{ connectionString: jobQueueUrl(url, role), schema: JOB_SCHEMA, maxPoolSize: 1 },
    logger: new Logger(() => () => {}),
  });
  try {
    const [row] = await jobs.withPgClient(async (client) => {
      const { rows } = await client.query("select current_user as role");
      return rows as { role: string }[];
    });
    expect(row?.role).toBe(role);
    const { id } = await jobs.addJob("try", {});
    expect((await jobs.completeJobs([id])).map((job) => job.id)).toEqual([id]);
  } finally {
    await jobs.release();
  }
});
