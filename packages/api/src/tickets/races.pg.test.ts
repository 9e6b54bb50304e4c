import { type SQL, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld({ max: 20 });

const settle = <T>(count: number, work: (i: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, i) => work(i)));

test("of two transitions of one ticket, one wins and the other is told what is allowed now", async () => {
  const { owner, at, project } = await world.project();
  for (let round = 0; round < 20; round++) {
    const { id } = await owner.api.tickets.create({
      ...at,
      projectId: project.id,
      title: `T${round}`,
    });
    const results = await settle(2, () =>
      owner.api.tickets.transition({ ...at, ticketId: id, to: "in_progress" }),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: {
        code: "CONFLICT",
        cause: { details: { from: "in_progress", allowed: ["resolved"] } },
      },
    });
    const { items } = await owner.api.tickets.history({ ...at, ticket: id });
    expect(items.map((item) => item.seq)).toEqual([1, 2]);
  }
});

test("twenty tickets made at once get numbers without gap or repeat, and places of their own", async () => {
  const { owner, at, project } = await world.project();
  const results = await settle(20, (i) =>
    owner.api.tickets.create({ ...at, projectId: project.id, title: `T${i}` }),
  );
  expect(results.filter((result) => result.status === "rejected")).toEqual([]);
  const lane = { ...at, projectId: project.id, state: "open", sort: "rank" } as const;
  const { items } = await owner.api.tickets.list(lane);
  expect(items.map((ticket) => ticket.number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  expect(new Set(items.map((ticket) => ticket.rank)).size).toBe(20);
});

test("fifty cards dropped between the same two at once lie between them, in one order for all", async () => {
  const { owner, at, project } = await world.project();
  const add = (title: string) => owner.api.tickets.create({ ...at, projectId: project.id, title });
  const [first, last] = [await add("first"), await add("last")];
  const cards: { id: string }[] = [];
  for (let i = 0; i < 50; i++) cards.push(await add(`T${i}`));

  const results = await settle(50, (i) =>
    owner.api.tickets.move({
      ...at,
      ticketId: cards[i]!.id,
      ...(i % 2 ? { afterId: first.id } : { beforeId: last.id }),
    }),
  );
  expect(results.filter((result) => result.status === "rejected")).toEqual([]);
  const lane = { ...at, projectId: project.id, state: "open", sort: "rank", limit: 100 } as const;
  const orders = await Promise.all(
    [1, 2].map(async () => (await owner.api.tickets.list(lane)).items),
  );
  expect(orders[0]!.map((ticket) => ticket.id)).toEqual(orders[1]!.map((ticket) => ticket.id));
  expect(new Set(orders[0]!.map((ticket) => ticket.rank)).size).toBe(52);
  expect([orders[0]![0]!.title, orders[0]!.at(-1)!.title]).toEqual(["first", "last"]);
});

describe("work that relies on something being changed waits, and then decides on what it became", () => {
  test("an assignee whose membership is ending", async () => {
    const { workspace, owner, at, project } = await world.project();
    const { id: ticketId } = await owner.api.tickets.create({
      ...at,
      projectId: project.id,
      title: "x",
    });
    const give = async (call: (assigneeId: string) => Promise<unknown>) => {
      const member = await workspace.as("member");
      const leaving = sql`update memberships set ended_at = clock_timestamp() where user_id = ${member.id}`;
      return world.whileUncommitted(leaving, () => call(member.id));
    };
    const { assign, update, create } = owner.api.tickets;
    expect([
      await give((assigneeId) => assign({ ...at, ticketId, assigneeId })),
      await give((assigneeId) =>
        update({ ...at, ticketId, expectedVersion: 1, patch: { assigneeId } }),
      ),
      await give((assigneeId) => create({ ...at, projectId: project.id, title: "y", assigneeId })),
    ]).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
  });

  test("one's own membership, ending or with its role lowered", async () => {
    const { workspace, at, project } = await world.project();
    const create = (change: SQL) => async () => {
      const member = await workspace.as("member");
      const making = () =>
        member.api.tickets.create({ ...at, projectId: project.id, title: "late" });
      return world.whileUncommitted(
        sql`update memberships set ${change} where user_id = ${member.id}`,
        making,
      );
    };
    expect(await create(sql`ended_at = clock_timestamp()`)()).toBe("NOT_FOUND");
    expect(await create(sql`role = 'viewer'`)()).toBe("FORBIDDEN");
  });

  test("a project whose workflow is being edited", async () => {
    const { owner, at, project } = await world.project();
    const { id: ticketId } = await owner.api.tickets.create({
      ...at,
      projectId: project.id,
      title: "x",
    });
    const editing = sql`with locked as (select id from projects where id = ${project.id} for update)
      delete from transitions where project_id in (select id from locked) and from_key = 'open'`;
    const moving = () => owner.api.tickets.transition({ ...at, ticketId, to: "in_progress" });
    expect(await world.whileUncommitted(editing, moving)).toBe("CONFLICT");
  });

  test("a ticket that is being deleted", async () => {
    const { owner, at, project } = await world.project();
    const deleted = async (work: (ticketId: string) => Promise<unknown>) => {
      const { id } = await owner.api.tickets.create({ ...at, projectId: project.id, title: "x" });
      const deleting = sql`update tickets set deleted_at = clock_timestamp() where id = ${id}`;
      return world.whileUncommitted(deleting, () => work(id));
    };
    const { tickets, comments } = owner.api;
    expect([
      await deleted((ticketId) => tickets.transition({ ...at, ticketId, to: "in_progress" })),
      await deleted((ticketId) => tickets.move({ ...at, ticketId, to: "in_progress" })),
      await deleted((ticketId) => tickets.delete({ ...at, ticketId })),
      await deleted((ticketId) => comments.add({ ...at, ticketId, body: "too late" })),
    ]).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
  });
});

test("events of a workspace are numbered without gaps, in the order of their commits", async () => {
  const { owner, at, project } = await world.project();
  await settle(30, async (i) => {
    const { id } = await owner.api.tickets.create({ ...at, projectId: project.id, title: `T${i}` });
    await owner.api.tickets.transition({
      ...at,
      ticketId: id,
      to: i % 3 ? "in_progress" : "closed",
    });
  });
  const rows = await world.owner.execute<{ seq: string; at: string }>(
    `select seq, at from events where workspace_id = '${at.workspaceId}' order by seq`,
  );
  expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, i) => i + 1));
  expect(rows).toHaveLength(2 + 30 + 20);
  const times = rows.map((row) => row.at);
  expect([...times].sort()).toEqual(times);
});
