import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

async function setUp() {
  const { workspace, owner, at, project } = await world.project();
  const here = { ...at, projectId: project.id };
  const ticket = (title: string) => owner.api.tickets.create({ ...here, title });
  const events = async () => {
    const rows = await world.owner.execute<{ type: string; changes: Record<string, unknown> }>(
      sql`select type, changes from events where workspace_id = ${workspace.id} order by seq`,
    );
    return rows.map((row) => ({ ...row }));
  };
  return { workspace, owner, at, here, project, projects: owner.api.projects, ticket, events };
}

const conflict = (code: string) => ({ code: "CONFLICT", cause: { details: { code } } });

describe("a project", () => {
  test("is renamed, and keeps its key", async () => {
    const { projects, here, events } = await setUp();
    expect(await projects.rename({ ...here, name: "Platform" })).toMatchObject({
      key: "ENG",
      name: "Platform",
    });
    await projects.rename({ ...here, name: "Platform" });
    expect((await events()).filter(({ type }) => type === "project.renamed")).toMatchObject([
      { changes: { name: ["Engineering", "Platform"] } },
    ]);
  });

  test("that is archived is read and not changed, until it is brought back", async () => {
    const { projects, owner, at, here, ticket } = await setUp();
    const { id: ticketId } = await ticket("x");
    const archived = await projects.archive(here);
    expect(archived.archivedAt).not.toBeNull();
    expect(await projects.archive(here)).toEqual(archived);
    expect((await projects.list(at)).items).toEqual([]);
    expect((await projects.list({ ...at, includeArchived: true })).items).toEqual([archived]);
    expect(await projects.get(here)).toEqual(archived);
    const { tickets } = owner.api;
    expect(await tickets.get({ ...at, ticket: ticketId })).toMatchObject({ title: "x" });
    expect((await tickets.list(at)).items).toEqual([]);
    expect((await tickets.list(here)).items).toHaveLength(1);
    for (const change of [
      () => ticket("y"),
      () => tickets.transition({ ...at, ticketId, to: "in_progress" }),
      () => tickets.update({ ...at, ticketId, expectedVersion: 1, patch: { title: "z" } }),
      () => tickets.bulkDelete({ ...at, ticketIds: [ticketId] }),
      () => projects.rename({ ...here, name: "y" }),
      () => projects.addState({ ...here, name: "y", category: "open" }),
    ]) {
      await expect(change()).rejects.toMatchObject(conflict("project_archived"));
    }
    expect(await projects.unarchive(here)).toEqual({ ...archived, archivedAt: null });
    expect(await ticket("y")).toMatchObject({ number: 2 });
  });

  test("is archived by an admin, and edited by any member", async () => {
    const { workspace, here } = await setUp();
    const [viewer, member, admin] = [
      await workspace.as("viewer"),
      await workspace.as("member"),
      await workspace.as("admin"),
    ];
    const state = { ...here, name: "Review", category: "in_progress" } as const;
    await expect(viewer.api.projects.addState(state)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await member.api.projects.addState(state)).states).toHaveLength(5);
    await expect(member.api.projects.archive(here)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await admin.api.projects.archive(here)).archivedAt).not.toBeNull();
  });
});

describe("a state", () => {
  test("is added after those of its category, with the transitions of the lifecycle", async () => {
    const { projects, here, owner, at, ticket } = await setUp();
    const { states, transitions } = await projects.addState({
      ...{ ...here, name: "In Review", category: "in_progress", wipLimit: 3 },
    });
    expect(states.map(({ key }) => key)).toEqual([
      "open",
      "in_progress",
      "in_review",
      "resolved",
      "closed",
    ]);
    expect(states[2]).toEqual({
      ...{
        key: "in_review",
        name: "In Review",
        category: "in_progress",
        color: "amber",
        wipLimit: 3,
      },
    });
    const through = transitions.filter(({ from, to }) => [from, to].includes("in_review"));
    expect(through.map(({ from, to }) => `${from} > ${to}`).sort()).toEqual([
      ...[
        "in_progress > in_review",
        "in_review > in_progress",
        "in_review > resolved",
        "open > in_review",
      ],
    ]);
    const { id: ticketId } = await ticket("x");
    const moved = await owner.api.tickets.transition({ ...at, ticketId, to: "in_review" });
    expect(moved.state).toBe("in_review");
  });

  test("has a name of its own and a key for ever", async () => {
    const { projects, here } = await setUp();
    const add = (name: string) => projects.addState({ ...here, name, category: "open" });
    await expect(add("oPEN")).rejects.toMatchObject(conflict("state_exists"));
    await add("Later");
    await projects.deleteState({ ...here, state: "later", moveTo: "open" });
    const keys = (await add("Later")).states.map(({ key }) => key);
    expect(keys).toContain("later_2");
    expect(keys).not.toContain("later");
  });

  test("is renamed, recoloured, recategorised and limited, its key unchanged", async () => {
    const { projects, here, events } = await setUp();
    const patch = { name: "Doing", color: "pink", category: "resolved", wipLimit: 2 } as const;
    const { states } = await projects.updateState({ ...here, state: "in_progress", patch });
    expect(states[1]).toEqual({ key: "in_progress", ...patch });
    await projects.updateState({ ...here, state: "in_progress", patch: { name: "Doing" } });
    expect((await events()).filter(({ type }) => type === "project.state_updated")).toHaveLength(1);
    const cleared = await projects.updateState({
      ...here,
      state: "in_progress",
      patch: { wipLimit: null },
    });
    expect(cleared.states[1]).toMatchObject({ wipLimit: null, name: "Doing" });
    await expect(
      projects.updateState({ ...here, state: "in_progress", patch: { name: "CLOSED" } }),
    ).rejects.toMatchObject(conflict("state_exists"));
  });

  test("that is the last open one stays, and stays open", async () => {
    const { projects, here } = await setUp();
    const refused = conflict("last_open_state");
    await expect(
      projects.updateState({ ...here, state: "open", patch: { category: "closed" } }),
    ).rejects.toMatchObject(refused);
    await expect(
      projects.deleteState({ ...here, state: "open", moveTo: "closed" }),
    ).rejects.toMatchObject(refused);
  });

  test("takes another place; an order of other states is refused", async () => {
    const { projects, here, owner } = await setUp();
    const order = ["closed", "open", "resolved", "in_progress"];
    const { states } = await projects.reorderStates({ ...here, states: order });
    expect(states.map(({ key }) => key)).toEqual(order);
    const board = await owner.api.tickets.board(here);
    expect(board.columns.map(({ state }) => state)).toEqual(order);
    await expect(projects.reorderStates({ ...here, states: order.slice(1) })).rejects.toMatchObject(
      conflict("states_changed"),
    );
  });

  test("that is deleted hands its tickets on, with history and events, those in the trash too", async () => {
    const { projects, here, owner, at, ticket, events } = await setUp();
    const { tickets } = owner.api;
    const [a, b, gone, other] = [
      await ticket("a"),
      await ticket("b"),
      await ticket("gone"),
      await ticket("other"),
    ];
    for (const { id } of [b, a, gone])
      await tickets.transition({ ...at, ticketId: id, to: "in_progress" });
    await tickets.delete({ ...at, ticketId: gone.id });
    const { states, transitions } = await projects.deleteState({
      ...{ ...here, state: "in_progress", moveTo: "open" },
    });
    expect(states.map(({ key }) => key)).toEqual(["open", "resolved", "closed"]);
    expect(transitions).toEqual([{ from: "resolved", to: "closed" }]);

    const lane = await tickets.list({ ...here, state: "open", sort: "rank" });
    expect(lane.items.map(({ title }) => title)).toEqual(["other", "b", "a"]);
    expect(lane.items[1]).toMatchObject({ id: b.id, version: 3 });
    const { items } = await tickets.history({ ...at, ticket: a.id });
    expect(items.map(({ seq, from, to }) => [seq, from, to])).toEqual([
      [1, null, "open"],
      [2, "open", "in_progress"],
      [3, "in_progress", "open"],
    ]);
    expect(await tickets.restore({ ...at, ticketId: gone.id })).toMatchObject({
      state: "open",
      version: 5,
    });
    const last = (await events()).slice(-5);
    expect(last.map(({ type }) => type)).toEqual([
      ...["ticket.transitioned", "ticket.transitioned", "ticket.transitioned"],
      ...["project.state_deleted", "ticket.restored"],
    ]);
    expect(last[0]).toMatchObject({ changes: { state: ["in_progress", "open"] } });
    expect(other.state).toBe("open");
  });

  test("is not deleted into a lane that is too full, nor into one that is none", async () => {
    const { projects, here, ticket } = await setUp();
    for (const title of ["a", "b"]) await ticket(title);
    await projects.addState({ ...here, name: "Later", category: "open", wipLimit: 1 });
    await expect(
      projects.deleteState({ ...here, state: "open", moveTo: "later" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { details: { code: "wip_limit", limit: 1, state: "later" } },
    });
    await expect(
      projects.deleteState({ ...here, state: "open", moveTo: "nowhere" }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST", message: expect.stringMatching(/^moveTo: /) });
    await expect(
      projects.deleteState({ ...here, state: "nowhere", moveTo: "open" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND", message: "State not found" });
    expect((await projects.get(here)).states).toHaveLength(5);
  });
});

test("a transition is added and removed by itself, so that two editors lose nothing of each other's", async () => {
  const { projects, here, owner, at, ticket } = await setUp();
  await Promise.all([
    projects.addTransition({ ...here, from: "closed", to: "open" }),
    projects.addTransition({ ...here, from: "open", to: "closed" }),
    projects.removeTransition({ ...here, from: "open", to: "in_progress" }),
  ]);
  await projects.addTransition({ ...here, from: "open", to: "closed" });
  await projects.removeTransition({ ...here, from: "open", to: "in_progress" });
  const { id: ticketId } = await ticket("x");
  await expect(
    owner.api.tickets.transition({ ...at, ticketId, to: "in_progress" }),
  ).rejects.toMatchObject({ cause: { details: { allowed: ["closed"] } } });
  for (const to of ["closed", "open"]) await owner.api.tickets.transition({ ...at, ticketId, to });
  await expect(
    projects.addTransition({ ...here, from: "open", to: "nowhere" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});
