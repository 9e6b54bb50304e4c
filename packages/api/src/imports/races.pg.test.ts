import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { type Person, useTestWorld } from "../testing/harness";
import { withoutRetrying } from "../testing/without-retrying";
import { createTicket } from "../tickets/create-ticket";
import { applyImport } from "./apply-import";
import { hashTickets } from "./content-hash";
import { parseJiraCsv } from "./jira/parse-jira-csv";
import { planImport } from "./plan-import";
import { receiveImport } from "./receive-import";

const world = useTestWorld({ max: 6 });

const never = new AbortController().signal;
const csv = (...rows: string[]) => ["Issue key,Summary,Status", ...rows, ""].join("\n");
const joinsOnly = csv("OPS-5,Taken,Open", "OPS-9,New,Open");
const grows = csv("OPS-5,Taken,Open", "OPS-9,New,Testing");

async function* once(text: string) {
  yield Buffer.from(text);
}

const send = (person: Person, workspaceId: string, file: string) =>
  receiveImport(person.context, { workspaceId, fileName: "x.csv", body: once(file) });

/** A workspace with OPS-4 from a file, in a project with the states open, in_progress and so on. */
async function importedProject() {
  const workspace = await world.workspace();
  const { owner, id: workspaceId } = workspace;
  expect((await send(owner, workspaceId, csv("OPS-4,First,Open"))).status).toBe(200);
  const [project] = (await owner.api.projects.list({ workspaceId })).items;
  return { workspace, owner, workspaceId, projectId: project!.id };
}

/** Until so many wait for somebody's lock. */
const waiting = (count: number) =>
  expect
    .poll(
      () =>
        world.owner.execute(sql`select 1 from pg_stat_activity
          where wait_event_type = 'Lock' and datname = current_database()`),
      { interval: 5, timeout: 3000 },
    )
    .toHaveLength(count);

const eventsOf = (workspaceId: string): SQL =>
  sql`select 1 from event_counters where workspace_id = ${workspaceId} for update`;

test.each([
  ["the same states", joinsOnly],
  ["new states", grows],
])(
  "a file with %s waits for a ticket that is being made, and leaves its number alone",
  async (_, file) => {
    const { owner, workspaceId, projectId } = await importedProject();
    // It has taken OPS-5 by the time it waits.
    const create = () => owner.api.tickets.create({ workspaceId, projectId, title: "Made here" });
    let answer: ReturnType<typeof send> | undefined;
    const meanwhile = async () => {
      answer = send(owner, workspaceId, file);
      await waiting(2);
    };
    expect(await world.whileUncommitted(eventsOf(workspaceId), create, meanwhile)).toBe("ok");
    expect(await answer).toMatchObject({
      status: 200,
      body: { totals: { created: 1, skipped: 1 } },
    });
  },
);

test("an import that adds a state and a ticket entering a lane with a limit do not wait for each other", async () => {
  const { owner, workspaceId, projectId } = await importedProject();
  const limited = {
    workspaceId,
    projectId,
    name: "Backlog",
    category: "open",
    wipLimit: 3,
  } as const;
  await owner.api.projects.addState(limited);
  const parsed = await parseJiraCsv(once(grows), ",");
  const hashes = await hashTickets(parsed.tickets);
  const join = () =>
    withoutRetrying(world, owner, workspaceId, async (tx, actor) => {
      const plan = await planImport(tx, workspaceId, parsed, hashes);
      return applyImport(tx, actor, { parsed, plan, fileName: "x.csv" }, never);
    });
  const input = { workspaceId, projectId, state: "backlog", title: "x", description: "" };
  let created: ReturnType<typeof createTicket> | undefined;
  const create = async () => {
    created = withoutRetrying(world, owner, workspaceId, (tx, actor) =>
      createTicket(tx, actor, { ...input, priority: "medium", labelIds: [] }),
    );
    await waiting(2);
  };
  // The import stops in the midst of putting the states in order.
  const holding = sql`select 1 from states
    where project_id = ${projectId} and key = 'open' for update`;
  expect(await world.whileUncommitted(holding, join, create)).toBe("ok");
  expect(await created).toMatchObject({ state: "backlog", number: 10 });
});

test("an import that finds the states changed by an editor it waited for is refused, and goes through when sent again", async () => {
  const { owner, workspaceId, projectId } = await importedProject();
  const { api } = owner;
  await api.projects.addState({ workspaceId, projectId, name: "Testing", category: "in_progress" });
  const removing = sql`with held as (select id from projects where id = ${projectId} for update)
    update states set deleted_at = now() from held where project_id = held.id and key = 'testing'`;
  let answer: Awaited<ReturnType<typeof send>> | undefined;
  await world.whileUncommitted(removing, async () => {
    answer = await send(owner, workspaceId, grows);
  });
  expect(answer).toMatchObject({
    status: 409,
    body: { error: { reason: { code: "workflow_changed" } } },
  });
  expect(await send(owner, workspaceId, grows)).toMatchObject({ status: 200 });
});

test("an import is not waited for by another into the same workspace", async () => {
  const { workspace, owner, workspaceId } = await importedProject();
  const other = await workspace.as("member");
  const join = () => send(owner, workspaceId, grows);
  const meanwhile = async () => {
    expect(await send(other, workspaceId, joinsOnly)).toMatchObject({
      status: 409,
      body: { error: { reason: { code: "import_running", retryable: true } } },
    });
  };
  expect(await world.whileUncommitted(eventsOf(workspaceId), join, meanwhile)).toBe("ok");
});

test.each([joinsOnly, grows])("an archived project is joined by nothing", async (file) => {
  const { owner, workspaceId, projectId } = await importedProject();
  await owner.api.projects.archive({ workspaceId, projectId });
  expect(await send(owner, workspaceId, file)).toMatchObject({
    status: 409,
    body: { error: { reason: { code: "project_archived" } } },
  });
  await owner.api.projects.unarchive({ workspaceId, projectId });
  expect(await send(owner, workspaceId, file)).toMatchObject({
    status: 200,
    body: { totals: { created: 2 } },
  });
});
