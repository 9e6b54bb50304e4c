import { afterEach, expect, test } from "vitest";

import { newPerson } from "./people";
import { call, dataOf, send } from "./send";
import { type Door, run, SECRET, startDoor } from "./start-door";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Another server where that one was, on the same database. */
async function startAgain(door: Door): Promise<Door> {
  const program = run(["dist/server.mjs"], {
    DATABASE_URL: door.databaseUrl,
    AUTH_SECRET: SECRET,
    APP_URL: door.url,
    PORT: `${door.port}`,
    RATE_LIMIT_FACTOR: "100",
  });
  open.push(async () => {
    program.process.kill("SIGKILL");
    await program.exit;
  });
  await program.ready;
  return { ...door, ...program };
}

const file = [
  "Issue key,Summary,Status,Reporter,Labels,Comment",
  "OPS-1,First,Open,ana,bug,21/Oct/26 11:00 AM;bo;Seen",
  "OPS-2,Second,In Review,bo,ui,",
  "",
].join("\n");

const tables = [
  ...["projects", "states", "tickets", "ticket_status_history", "comments", "labels"],
  ...["external_refs", "external_people", "import_batches", "memberships", "users", "events"],
];

test("a server killed in the midst of an import leaves none of it, and the next takes the file whole", async () => {
  const door = await startDoor("node");
  open.push(door.close);
  const ada = await newPerson(door);
  const { id } = dataOf<{ id: string }>(
    await call(door, "workspaces.create", { name: "Ops" }, ada.bearer),
  );
  const sql = door.world.owner.$client;
  const upload = (to: Door) =>
    send(to, `/api/imports?workspaceId=${id}&fileName=export.csv`, {
      method: "POST",
      headers: { ...ada.bearer, "content-type": "text/csv" },
      body: file,
    });
  const counts = () =>
    Promise.all(
      tables.map(async (table) => {
        const [row] = await sql`select count(*)::int as rows from ${sql(table)}`;
        return [table, row!.rows as number];
      }),
    ).then(Object.fromEntries);
  const before = await counts();

  // Publishing is the last step of all: whoever waits there has written everything else.
  const pid = await sql.begin(async (holding) => {
    await holding`select 1 from event_counters where workspace_id = ${id} for update`;
    const cut = upload(door).catch((error: Error) => error);
    const publishing = () => sql`select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query ~ 'event_counters'`;
    await expect.poll(publishing, { interval: 5, timeout: 10_000 }).toHaveLength(1);
    const [backend] = await publishing();
    door.process.kill("SIGKILL");
    expect(await door.exit).toBe("SIGKILL");
    expect(await cut).toBeInstanceOf(Error);
    return backend!.pid as number;
  });
  // PostgreSQL goes on with what the dead server asked for last, and only then finds nobody there.
  const left = () => sql`select 1 from pg_stat_activity where pid = ${pid}`;
  await expect.poll(left, { interval: 5, timeout: 10_000 }).toHaveLength(0);
  expect(await counts()).toEqual(before);

  const answer = await upload(await startAgain(door));
  expect([answer.status, answer.json]).toMatchObject([200, { totals: { created: 2, skipped: 0 } }]);
  expect(await counts()).toMatchObject({
    ...{ projects: 1, tickets: 2, ticket_status_history: 2, comments: 1, labels: 2 },
    ...{ external_refs: 2, external_people: 2, import_batches: 1 },
  });
});
