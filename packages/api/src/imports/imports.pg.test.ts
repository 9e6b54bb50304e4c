import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import {
  comments,
  events,
  externalPeople,
  externalRefs,
  importBatches,
  labels,
  projects,
  states,
  ticketStatusHistory,
  tickets,
  transitions,
} from "@slacky/db/schema";
import { count, eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";

import { type Person, useTestWorld } from "../testing/harness";
import type { ImportResult } from "./import-result";
import { receiveImport } from "./receive-import";

const world = useTestWorld({ max: 4 });

type Workspace = Awaited<ReturnType<typeof world.workspace>>;

async function* once(bytes: string | Uint8Array) {
  yield Buffer.from(bytes);
}

function send(person: Person, workspaceId: string, file: string | Uint8Array) {
  const upload = { workspaceId, fileName: "export.csv", body: once(file) };
  return receiveImport(person.context, upload);
}

async function imported(workspace: Workspace, file: string | Uint8Array): Promise<ImportResult> {
  const { status, body } = await send(workspace.owner, workspace.id, file);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as ImportResult;
}

const tables = { projects, states, transitions, tickets, ticketStatusHistory, comments, labels };
const traces = { externalRefs, externalPeople, importBatches };

/** How many rows a workspace has, table by table. */
async function rowsOf(workspaceId: string) {
  const found: Record<string, number> = {};
  for (const [name, table] of Object.entries({ ...tables, ...traces, events } as Record<
    string,
    PgTable
  >)) {
    const [row] = await world.owner
      .select({ count: count() })
      .from(table)
      .where(sql`workspace_id = ${workspaceId}`);
    found[name] = row!.count;
  }
  return found;
}

const csv = (...lines: string[]) => `${lines.join("\r\n")}\r\n`;

const small = csv(
  "Issue key,Summary,Status,Priority,Assignee,Reporter,Created,Updated,Labels,Labels,Comment,Project name",
  "OPS-3,Third,Open,Minor,,ana,21/Oct/26 10:00 AM,22/Oct/26 10:00 AM,Bug,ui,21/Oct/26 11:00 AM;bo;h2. Seen,Operations",
  "OPS-7,Seventh,In Review,Blocker,bo,ana,21/Oct/26 10:00 AM,,bug,,,Operations",
  "OPS-5,Fifth,Open,Blocker,Unassigned,,,,,,,Operations",
);

describe("an import", () => {
  test("brings tickets with their numbers, states, people, labels, comments and dates", async () => {
    const workspace = await world.workspace();
    const result = await imported(workspace, small);
    expect(result).toMatchObject({
      totals: { created: 3, unchanged: 0, skipped: 0 },
      projects: [{ key: "OPS", name: "Operations", created: 3 }],
      rowErrors: [],
    });

    const { api } = workspace.owner;
    const at = { workspaceId: workspace.id };
    const ticket = await api.tickets.get({ ...at, ticket: "OPS-3" });
    expect(ticket).toMatchObject({
      number: 3,
      title: "Third",
      state: "open",
      priority: "low",
      assigneeId: null,
      createdAt: "2026-10-21T10:00:00.000Z",
      updatedAt: "2026-10-22T10:00:00.000Z",
    });
    const names = (await api.labels.list(at)).items.map((label) => label.name);
    expect(names).toEqual(["Bug", "ui"]);
    expect((await api.tickets.get({ ...at, ticket: "OPS-7" })).labelIds).toHaveLength(1);

    const people = await api.members.list({ ...at, includeEnded: true });
    const nameOf = (id: string) => people.items.find((member) => member.userId === id);
    expect(nameOf(ticket.reporterId)).toMatchObject({ name: "ana", email: null, role: "viewer" });
    expect(nameOf(ticket.reporterId)?.endedAt).not.toBeNull();
    const [comment] = (await api.comments.list({ ...at, ticketId: ticket.id })).items;
    expect(comment).toMatchObject({ body: "## Seen", createdAt: "2026-10-21T11:00:00.000Z" });
    expect(nameOf(comment!.authorId)?.name).toBe("bo");

    const history = await api.tickets.history({ ...at, ticket: ticket.id });
    expect(history.items).toMatchObject([
      { seq: 1, from: null, to: "open", by: ticket.reporterId },
    ]);
  });

  test("gives each project its file's states, in the order of the lifecycle, and work that can move on", async () => {
    const workspace = await world.workspace();
    await imported(workspace, small);
    const [project] = (await workspace.owner.api.projects.list({ workspaceId: workspace.id }))
      .items;
    expect(project!.states.map(({ key, category }) => [key, category])).toEqual([
      ["open", "open"],
      ["in_review", "in_progress"],
      ["resolved", "resolved"],
      ["closed", "closed"],
    ]);
    const ticket = await workspace.owner.api.tickets.get({
      workspaceId: workspace.id,
      ticket: "OPS-7",
    });
    const at = { workspaceId: workspace.id, ticketId: ticket.id };
    for (const to of ["resolved", "closed", "open"]) {
      await workspace.owner.api.tickets.transition({ ...at, to });
    }
  });

  test("lines a lane up by priority, then by number", async () => {
    const workspace = await world.workspace();
    const {
      projects: [project],
    } = await imported(workspace, small);
    const board = await workspace.owner.api.tickets.board({
      workspaceId: workspace.id,
      projectId: project!.id,
    });
    const open = board.columns.find((column) => column.state === "open");
    expect(open?.items.map((ticket) => ticket.key)).toEqual(["OPS-5", "OPS-3"]);
  });

  test("continues the numbers of the file", async () => {
    const workspace = await world.workspace();
    const {
      projects: [project],
    } = await imported(workspace, small);
    const next = await workspace.owner.api.tickets.create({
      workspaceId: workspace.id,
      projectId: project!.id,
      title: "Made here",
    });
    expect(next.key).toBe("OPS-8");
  });

  test("announces every ticket once, numbered without a gap", async () => {
    const workspace = await world.workspace();
    await imported(workspace, small);
    const rows = await world.owner
      .select()
      .from(events)
      .where(eq(events.workspaceId, workspace.id))
      .orderBy(events.seq);
    const first = rows[0]!.seq;
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => first + index));
    const created = rows.filter((row) => row.type === "ticket.created");
    expect(created).toHaveLength(3);
    expect(created[0]).toMatchObject({
      actorId: workspace.owner.id,
      actorKind: "import",
      version: 1,
    });
  });

  test("of the same file again changes nothing at all", async () => {
    const workspace = await world.workspace();
    await imported(workspace, small);
    const before = await rowsOf(workspace.id);
    const again = await imported(workspace, gzipSync(small));
    expect(again).toMatchObject({
      batchId: null,
      totals: { created: 0, unchanged: 3, skipped: 0 },
    });
    expect(await rowsOf(workspace.id)).toEqual(before);
  });

  test("of a later file adds what is new, with its states, and leaves what changed", async () => {
    const workspace = await world.workspace();
    await imported(workspace, small);
    const later =
      small.replace("Third", "Third renamed") +
      csv("OPS-9,Ninth,Testing,Major,bo,ana,,,fresh,,,Operations");
    const result = await imported(workspace, later);
    expect(result.totals).toEqual({ created: 1, unchanged: 2, skipped: 1 });
    expect(result.losses).toContainEqual({
      column: "Issue key",
      count: 1,
      reason: "Changed in the file since it was imported; left here as it is.",
    });
    const at = { workspaceId: workspace.id };
    const { api } = workspace.owner;
    expect(await api.tickets.get({ ...at, ticket: "OPS-3" })).toMatchObject({ title: "Third" });
    expect(await api.tickets.get({ ...at, ticket: "OPS-9" })).toMatchObject({ state: "testing" });
    const [project] = (await api.projects.list(at)).items;
    expect(project!.states.map((state) => state.key)).toEqual([
      "open",
      "in_review",
      "testing",
      "resolved",
      "closed",
    ]);
    expect(await rowsOf(workspace.id)).toMatchObject({ projects: 1, externalPeople: 3 });
    const next = await api.tickets.create({ ...at, projectId: project!.id, title: "Made here" });
    expect(next.key).toBe("OPS-10");
  });

  test("skips a number that a ticket made here has", async () => {
    const workspace = await world.workspace();
    const {
      projects: [project],
    } = await imported(workspace, small);
    await workspace.owner.api.tickets.create({
      workspaceId: workspace.id,
      projectId: project!.id,
      title: "Made here",
    });
    const result = await imported(
      workspace,
      csv("Issue key,Summary", "OPS-8,Eighth", "OPS-10,Tenth"),
    );
    expect(result.totals).toEqual({ created: 1, unchanged: 0, skipped: 1 });
  });

  test("does not take over a project of one's own with the same key", async () => {
    const workspace = await world.workspace();
    await workspace.owner.api.projects.create({
      workspaceId: workspace.id,
      name: "Ours",
      key: "OPS",
    });
    const before = await rowsOf(workspace.id);
    expect(await send(workspace.owner, workspace.id, small)).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining("OPS"), reason: { code: "key_taken" } } },
    });
    expect(await rowsOf(workspace.id)).toEqual(before);
  });

  test("of a file with several projects makes each of them", async () => {
    const workspace = await world.workspace();
    const result = await imported(
      workspace,
      csv("Key,Summary", "AB-1 ,One", "CD_E-2,Two", "AB-3,Three"),
    );
    expect(result.projects.map(({ key, created }) => [key, created]).sort()).toEqual([
      ["AB", 2],
      ["CD_E", 1],
    ]);
  });
});

describe("who may import", () => {
  test("a stranger cannot tell that the workspace exists, a viewer is told their role is too low", async () => {
    const workspace = await world.workspace();
    const stranger = await world.person();
    const absent = crypto.randomUUID();
    const denied = await send(stranger, workspace.id, small);
    expect(denied).toMatchObject({ status: 404 });
    expect(await send(stranger, absent, small)).toEqual(denied);
    expect(await send(await workspace.as("viewer"), workspace.id, small)).toMatchObject({
      status: 403,
    });
    expect(await send(await workspace.as("member"), workspace.id, small)).toMatchObject({
      status: 200,
    });
  });

  test("nobody without a session, and nothing is read before that is known", async () => {
    const workspace = await world.workspace();
    let read = false;
    const body = (async function* () {
      read = true;
      yield Buffer.from(small);
    })();
    const answer = await receiveImport(
      { ...workspace.owner.context, session: null },
      { workspaceId: workspace.id, fileName: "x.csv", body },
    );
    expect(answer).toMatchObject({ status: 401 });
    expect(read).toBe(false);
    expect(await send(workspace.owner, "no-id", small)).toMatchObject({ status: 400 });
  });
});

describe("nothing is left behind", () => {
  test.each([
    ["a broken quote", `${small}OPS-11,"never closed\n`],
    ["a file cut short", gzipSync(Buffer.from(small.repeat(50))).subarray(0, 150)],
    ["a file without tickets", "Issue key,Summary\n"],
    ["a foreign file", "ID,Team,Title\nENG-1,Eng,One\n"],
  ])("by %s", async (_, file) => {
    const workspace = await world.workspace();
    const before = await rowsOf(workspace.id);
    const answer = await send(workspace.owner, workspace.id, file);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/\w+ .*\.$/) } },
    });
    expect(await rowsOf(workspace.id)).toEqual(before);
  });

  test("by an import that fails in its last step", async () => {
    const workspace = await world.workspace();
    const before = await rowsOf(workspace.id);
    await world.owner.execute(sql`
      create function fail_late() returns trigger language plpgsql as $$ begin
        if new.workspace_id = ${sql.raw(`'${workspace.id}'`)} and new.type = 'ticket.created' then
          raise exception 'late' using errcode = '57P01'; end if;
        return new; end $$`);
    await world.owner.execute(
      sql`create trigger fail_late before insert on events for each row execute function fail_late()`,
    );
    expect(await send(workspace.owner, workspace.id, small)).toMatchObject({ status: 503 });
    await world.owner.execute(sql`drop trigger fail_late on events`);
    expect(await rowsOf(workspace.id)).toEqual(before);
    expect((await imported(workspace, small)).totals.created).toBe(3);
  });

  test("by an import whose sender goes quiet and is given up", async () => {
    const workspace = await world.workspace();
    const before = await rowsOf(workspace.id);
    const patience = new AbortController();
    const body = (async function* () {
      yield Buffer.from(small);
      patience.abort();
      await new Promise(() => {});
    })();
    const upload = { workspaceId: workspace.id, fileName: "x.csv", body, signal: patience.signal };
    expect(await receiveImport(workspace.owner.context, upload)).toMatchObject({ status: 408 });
    expect(await rowsOf(workspace.id)).toEqual(before);
  });
});

describe("of imports of one file at once", () => {
  /** Three people send it together; adds up what the answers say. */
  async function together(workspace: Workspace, file: string) {
    const people = [workspace.owner, await workspace.as("member"), await workspace.as("member")];
    const answers = await Promise.all(people.map((person) => send(person, workspace.id, file)));
    for (const { status } of answers) expect([200, 409]).toContain(status);
    const totals = answers
      .filter(({ status }) => status === 200)
      .map(({ body }) => (body as ImportResult).totals);
    const sum = (field: "created" | "skipped") => totals.reduce((all, one) => all + one[field], 0);
    return { created: sum("created"), skipped: sum("skipped") };
  }

  test("one makes the project, and no ticket is there twice", async () => {
    const workspace = await world.workspace();
    expect(await together(workspace, small)).toEqual({ created: 3, skipped: 0 });
    expect(await rowsOf(workspace.id)).toMatchObject({
      ...{ tickets: 3, comments: 1, importBatches: 1, projects: 1 },
    });
  });

  test("one adds to a project that is there, and the others do not take its tickets for foreign ones", async () => {
    const workspace = await world.workspace();
    await imported(workspace, small);
    const more = Array.from({ length: 40 }, (_, index) => `OPS-${index + 20},Title,New state`);
    const file = csv("Issue key,Summary,Status", ...more);
    expect(await together(workspace, file)).toEqual({ created: 40, skipped: 0 });
    expect(await rowsOf(workspace.id)).toMatchObject({ tickets: 43, importBatches: 2, states: 5 });
  });
});

const stormSmall = new URL(
  "../../../../../shared/data/jira-csv-storm-small-derived.csv",
  import.meta.url,
);

test.skipIf(!existsSync(stormSmall))(
  "a real export of 60 tickets comes over whole, and once",
  async () => {
    const workspace = await world.workspace();
    const file = readFileSync(stormSmall);
    const result = await imported(workspace, file);
    expect(result.totals).toEqual({ created: 60, unchanged: 0, skipped: 0 });
    const rows = await rowsOf(workspace.id);
    expect(rows).toMatchObject({
      tickets: 60,
      comments: 76,
      ticketStatusHistory: 60,
      externalRefs: 60,
      projects: 1,
    });
    expect((await imported(workspace, file)).totals).toEqual({
      created: 0,
      unchanged: 60,
      skipped: 0,
    });
    expect(await rowsOf(workspace.id)).toEqual(rows);
  },
);
