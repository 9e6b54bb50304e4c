import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld({ max: 20 });

type Logged = { type: string; changes: { transition: [Edge | null, Edge | null] } };
type Edge = { from: string; to: string };

test("a ticket moves over a transition that is being removed before it goes, or not at all", async () => {
  const { owner, at, project } = await world.project();
  const here = { ...at, projectId: project.id };
  const { projects, tickets } = owner.api;
  const { id: ticketId } = await tickets.create({ ...here, title: "To and fro" });
  await projects.addTransition({ ...here, from: "in_progress", to: "open" });
  const edge = { ...here, from: "open", to: "in_progress" };
  const moved: boolean[] = [];
  for (let round = 0; round < 200; round++) {
    const move = () => tickets.transition({ ...at, ticketId, to: "in_progress" });
    const remove = () => projects.removeTransition(edge);
    const calls = round % 2 ? [move, remove] : [remove, move];
    const results = await Promise.allSettled(calls.map((call) => call()));
    const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    for (const error of refused) {
      expect(error).toMatchObject({ cause: { details: { code: "illegal_transition" } } });
    }
    moved.push(refused.length === 0);
    await Promise.all([
      projects.addTransition(edge),
      refused.length === 0 && tickets.transition({ ...at, ticketId, to: "open" }),
    ]);
  }
  expect(new Set(moved)).toEqual(new Set([true, false]));

  // The outbox is in order of commit: told again, no move goes where there is no way.
  let open = true;
  let moves = 0;
  const log = await world.owner.execute<Logged>(
    sql`select type, changes from events where workspace_id = ${at.workspaceId} order by seq`,
  );
  for (const { type, changes } of log) {
    const [before, after] = changes.transition ?? [];
    if ((before ?? after)?.from === "open") open = after !== null;
    const state = (changes as unknown as { state?: [string, string] }).state;
    if (type === "ticket.transitioned" && state?.[0] === "open") {
      moves += 1;
      expect(open).toBe(true);
    }
  }
  expect(moves).toBe(moved.filter(Boolean).length);
}, 120_000);

test("no ticket is left in a state that is being deleted, however many move into it", async () => {
  const { owner, at, project } = await world.project();
  const here = { ...at, projectId: project.id };
  for (let round = 0; round < 8; round++) {
    const { states } = await owner.api.projects.addState({
      ...{ ...here, name: `Review ${round}`, category: "in_progress" },
    });
    const state = states.find(({ name }) => name === `Review ${round}`)!.key;
    const cards = [];
    for (let i = 0; i < 6; i++)
      cards.push(await owner.api.tickets.create({ ...here, title: `T${i}` }));
    const results = await Promise.allSettled([
      ...cards
        .slice(0, 3)
        .map(({ id }) => owner.api.tickets.transition({ ...at, ticketId: id, to: state })),
      owner.api.projects.deleteState({ ...here, state, moveTo: "in_progress" }),
      ...cards.slice(3).map(({ id }) => owner.api.tickets.move({ ...at, ticketId: id, to: state })),
    ]);
    expect(results[3]!.status).toBe("fulfilled");
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "CONFLICT" });
    }
    const left = await world.owner.execute(
      sql`select 1 from tickets where project_id = ${project.id} and state = ${state}`,
    );
    expect(left).toEqual([]);
  }
  const broken = await world.owner.execute(sql`
    select t.id from tickets t join lateral (
      select to_state, seq, count(*) over () as rows from ticket_status_history h
      where h.ticket_id = t.id order by seq desc limit 1) h on true
    where t.project_id = ${project.id} and (h.to_state <> t.state or h.seq <> h.rows)`);
  expect(broken).toEqual([]);
});

describe("an editor of the workflow waits for whoever uses it, and decides on what it became", () => {
  const using = (projectId: string) =>
    sql`select id from projects where id = ${projectId} for key share`;

  test.each([
    ["renames", (api, here) => api.projects.rename({ ...here, name: "x" })],
    ["archives", (api, here) => api.projects.archive(here)],
    [
      "adds a state",
      (api, here) => api.projects.addState({ ...here, name: "x", category: "open" }),
    ],
    [
      "limits a state",
      (api, here) => api.projects.updateState({ ...here, state: "open", patch: { wipLimit: 1 } }),
    ],
    [
      "reorders",
      (api, here) =>
        api.projects.reorderStates({
          ...here,
          states: ["closed", "resolved", "in_progress", "open"],
        }),
    ],
    [
      "deletes a state",
      (api, here) => api.projects.deleteState({ ...here, state: "closed", moveTo: "resolved" }),
    ],
    [
      "removes a transition",
      (api, here) => api.projects.removeTransition({ ...here, from: "open", to: "in_progress" }),
    ],
  ] satisfies [string, (api: Api, here: Here) => Promise<unknown>][])("who %s", async (_, edit) => {
    const { owner, at, project } = await world.project();
    const here = { ...at, projectId: project.id };
    expect(await world.whileUncommitted(using(project.id), () => edit(owner.api, here))).toBe("ok");
  });

  test("a project that is being archived", async () => {
    const { owner, at, project } = await world.project();
    const here = { ...at, projectId: project.id };
    const archiving = sql`with held as (select id from projects where id = ${project.id} for update)
      update projects set archived_at = clock_timestamp() where id in (select id from held)`;
    const adding = () => owner.api.projects.addState({ ...here, name: "x", category: "open" });
    expect(await world.whileUncommitted(archiving, adding)).toBe("CONFLICT");
  });

  test("a ticket on its way out of a state that is being deleted", async () => {
    const { owner, at, project } = await world.project();
    const here = { ...at, projectId: project.id };
    await owner.api.projects.addState({ ...here, name: "Later", category: "open" });
    const { id } = await owner.api.tickets.create({ ...here, title: "x", state: "later" });
    const leaving = sql`update tickets set state = 'open' where id = ${id}`;
    const deleting = () =>
      owner.api.projects.deleteState({ ...here, state: "later", moveTo: "closed" });
    expect(await world.whileUncommitted(leaving, deleting)).toBe("ok");
    expect(await owner.api.tickets.get({ ...at, ticket: id })).toMatchObject({ state: "open" });
  });

  test("a state that is being deleted with the ticket that moves into it", async () => {
    const { owner, at, project } = await world.project();
    const { id } = await owner.api.tickets.create({ ...at, projectId: project.id, title: "x" });
    const moving = sql`with held as (select id from projects where id = ${project.id} for key share)
      update tickets set state = 'in_progress' where id = ${id} and project_id in (select id from held)`;
    const deleting = () =>
      owner.api.projects.deleteState({
        ...at,
        projectId: project.id,
        state: "in_progress",
        moveTo: "closed",
      });
    expect(await world.whileUncommitted(moving, deleting)).toBe("ok");
    expect(await owner.api.tickets.get({ ...at, ticket: id })).toMatchObject({ state: "closed" });
  });
});

type Api = Awaited<ReturnType<typeof world.project>>["owner"]["api"];
type Here = { workspaceId: string; projectId: string };
