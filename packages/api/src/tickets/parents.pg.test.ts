import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { withoutRetrying } from "../testing/without-retrying";
import { lockTickets } from "./lock-tickets";
import { updateTicket } from "./update-ticket";

const world = useTestWorld({ max: 20 });

async function setUp() {
  const { owner, at, project } = await world.project();
  const { tickets } = owner.api;
  const add = (title: string, more = {}) =>
    tickets.create({ ...at, projectId: project.id, title, ...more });
  const put = async (ticketId: string, parentId: string | null) => {
    const { version } = await tickets.get({ ...at, ticket: ticketId });
    return tickets.update({ ...at, ticketId, expectedVersion: version, patch: { parentId } });
  };
  return { owner, at, project, tickets, add, put };
}

const cycle = { code: "CONFLICT", cause: { details: { code: "parent_cycle" } } };

test("a ticket has an estimate and a parent from the start, or gets and loses them", async () => {
  const { add, at, tickets } = await setUp();
  const epic = await add("Epic");
  const task = await add("Task", { estimate: 8, parentId: epic.id });
  expect(task).toMatchObject({ estimate: 8, parentId: epic.id });
  const patch = { estimate: null, parentId: null };
  const freed = await tickets.update({ ...at, ticketId: task.id, expectedVersion: 1, patch });
  expect(freed).toMatchObject(patch);
  const again = { estimate: 0, parentId: epic.id };
  const back = await tickets.update({ ...at, ticketId: task.id, expectedVersion: 2, patch: again });
  expect(back).toMatchObject(again);
});

test("a ticket says how many sub-tickets it has and how many are done; the list has them", async () => {
  const { add, at, tickets, owner } = await setUp();
  const epic = await add("Epic");
  const other = await owner.api.projects.create({ ...at, name: "Design" });
  const [done, gone] = [
    await add("done", { parentId: epic.id }),
    await add("gone", { parentId: epic.id }),
  ];
  await owner.api.tickets.create({
    ...at,
    projectId: other.id,
    title: "elsewhere",
    parentId: epic.id,
  });
  for (const to of ["in_progress", "resolved"])
    await tickets.transition({ ...at, ticketId: done.id, to });
  await tickets.delete({ ...at, ticketId: gone.id });
  const { subTickets } = await tickets.get({ ...at, ticket: epic.id });
  expect(subTickets).toEqual({ total: 2, done: 1 });
  const { items } = await tickets.list({ ...at, parentId: epic.id });
  expect(items.map(({ title }) => title)).toEqual(["elsewhere", "done"]);
  const first = await tickets.list({ ...at, parentId: epic.id, limit: 1 });
  await expect(tickets.list({ ...at, limit: 1, cursor: first.nextCursor })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

describe("a cycle", () => {
  test("is refused over any number of steps", async () => {
    const { add, put } = await setUp();
    const chain: string[] = [];
    for (let i = 0; i < 5; i++) chain.push((await add(`T${i}`, { parentId: chain.at(-1) })).id);
    for (const under of chain.slice(1)) {
      await expect(put(chain[0]!, under)).rejects.toMatchObject(cycle);
    }
    await put(chain[4]!, chain[0]!);
  });

  test("does not close when its links are made at once, however far apart", async () => {
    const { add, put, at } = await setUp();
    for (const size of [2, 4]) {
      for (let round = 0; round < 25; round++) {
        const ids: string[] = [];
        for (let i = 0; i < size; i++) ids.push((await add(`T${i}`)).id);
        const link = (i: number) => put(ids[i]!, ids[(i + 1) % size]!);
        // Of a ring of four, two opposite links stand already: the two that close it share no ticket.
        const closing = size === 2 ? [0, 1] : [0, 2];
        if (size === 4) await Promise.all([link(1), link(3)]);
        const results = await Promise.allSettled(closing.map(link));
        expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
        for (const result of results) {
          if (result.status === "rejected") expect(result.reason).toMatchObject(cycle);
        }
      }
    }
    const looped = await world.owner.execute(sql`
      with recursive up (start, id) as (
        select id, parent_id from tickets where workspace_id = ${at.workspaceId} and parent_id is not null
        union select up.start, t.parent_id from tickets t join up on t.id = up.id where t.parent_id is not null
      ) select start from up where start = id`);
    expect(looped).toEqual([]);
  }, 90_000);

  test("does not come by a deadlock: links both ways, and edits of both, take one order", async () => {
    const { owner, add, at } = await setUp();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push((await add(`T${i}`)).id);
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) => {
        const [ticketId, parentId] = [ids[i % 5]!, ids[(i * 2 + 1) % 5]!];
        return withoutRetrying<unknown>(world, owner, at.workspaceId, (tx, actor) => {
          if (ticketId === parentId || i % 3 === 0)
            return lockTickets(tx, at.workspaceId, i % 2 ? ids : ids.toReversed());
          const patch = { parentId };
          return updateTicket(tx, actor, { ...at, ticketId, expectedVersion: 1, patch });
        });
      }),
    );
    for (const result of results) {
      if (result.status === "rejected") {
        expect(["parent_cycle", "stale_version"]).toContain(result.reason.details?.code);
      }
    }
  });
});

test("a parent that is in the trash, or being put there, is not found", async () => {
  const { add, put, at, tickets } = await setUp();
  const [a, gone, going] = [await add("a"), await add("gone"), await add("going")];
  await tickets.delete({ ...at, ticketId: gone.id });
  const missing = { code: "NOT_FOUND", message: "Parent ticket not found" };
  await expect(put(a.id, gone.id)).rejects.toMatchObject(missing);
  await expect(add("b", { parentId: gone.id })).rejects.toMatchObject(missing);
  const deleting = sql`update tickets set deleted_at = clock_timestamp() where id = ${going.id}`;
  expect(await world.whileUncommitted(deleting, () => put(a.id, going.id))).toBe("NOT_FOUND");
});
