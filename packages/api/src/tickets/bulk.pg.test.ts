import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { withoutRetrying } from "../testing/without-retrying";
import { bulkUpdateTickets } from "./bulk-update-tickets";

const world = useTestWorld({ max: 20 });

async function setUp(count = 4) {
  const { workspace, owner, at, project } = await world.project();
  const here = { ...at, projectId: project.id };
  const { tickets, labels, projects } = owner.api;
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push((await tickets.create({ ...here, title: `T${i}` })).id);
  const outbox = async () => {
    const rows = await world.owner.execute<{
      type: string;
      subject: { id: string };
      changes: unknown;
    }>(
      sql`select type, subject, changes from events where workspace_id = ${at.workspaceId} order by seq`,
    );
    return rows.map((row) => ({ ...row }));
  };
  return { workspace, owner, at, here, tickets, labels, projects, ids, outbox };
}

describe("an update of many", () => {
  test("changes what differs, ticket by ticket, with a version, history and event each", async () => {
    const { at, here, tickets, labels, ids, owner, outbox } = await setUp();
    const [old, fresh] = [
      await labels.create({ ...at, name: "Old", color: "red" }),
      await labels.create({ ...at, name: "Fresh", color: "green" }),
    ];
    const first = { state: "in_progress", assigneeId: owner.id, addLabelIds: [old.id] };
    await tickets.bulkUpdate({ ...at, ticketIds: ids.slice(0, 1), patch: first });
    const patch = {
      ...{ state: "in_progress", assigneeId: owner.id, priority: "high" as const },
      ...{ addLabelIds: [fresh.id], removeLabelIds: [old.id] },
    };
    const asked = [ids[2]!, ids[0]!, ids[1]!, ids[2]!];
    const { items } = await tickets.bulkUpdate({ ...at, ticketIds: asked, patch });
    expect(items.map(({ id, version }) => [id, version])).toEqual([
      [ids[2], 2],
      [ids[0], 3],
      [ids[1], 2],
    ]);
    for (const item of items) {
      expect(item).toMatchObject({ state: "in_progress", priority: "high", labelIds: [fresh.id] });
      expect(item).not.toHaveProperty("description");
      const { items: history } = await tickets.history({ ...at, ticket: item.id });
      expect(history.map(({ seq, to }) => [seq, to])).toEqual([
        [1, "open"],
        [2, "in_progress"],
      ]);
    }
    const lane = await tickets.list({ ...here, state: "in_progress", sort: "rank" });
    expect(lane.items.map(({ title }) => title)).toEqual(["T0", "T1", "T2"]);
    const last = (await outbox()).slice(-3);
    expect(last.map(({ type, subject }) => [type, subject.id])).toEqual([
      ["ticket.transitioned", ids[2]],
      ["ticket.updated", ids[0]],
      ["ticket.transitioned", ids[1]],
    ]);
    expect(last[1]!.changes).toEqual({
      priority: ["none", "high"],
      labelIds: [[old.id], [fresh.id]],
    });
    expect(await tickets.get({ ...at, ticket: ids[3]! })).toMatchObject({
      state: "open",
      version: 1,
    });
    // A stale edit of one of these fields is seen as one, like after a single edit.
    await expect(
      tickets.update({ ...at, ticketId: ids[1]!, expectedVersion: 1, patch: { priority: "low" } }),
    ).rejects.toMatchObject({ cause: { details: { code: "stale_version" } } });
  });

  test("that changes nothing leaves no version and no event", async () => {
    const { at, tickets, ids, outbox } = await setUp();
    const before = await outbox();
    const { items } = await tickets.bulkUpdate({
      ...at,
      ticketIds: ids,
      patch: { state: "open", priority: "none" },
    });
    expect(items.map(({ version }) => version)).toEqual([1, 1, 1, 1]);
    expect(await outbox()).toEqual(before);
  });

  test("is refused whole, naming each ticket in the way and why", async () => {
    const { at, tickets, ids, outbox } = await setUp();
    const other = await world.project();
    const foreign = await other.owner.api.tickets.create({
      ...other.at,
      projectId: other.project.id,
      title: "x",
    });
    await tickets.delete({ ...at, ticketId: ids[3]! });
    await tickets.bulkUpdate({ ...at, ticketIds: [ids[1]!], patch: { state: "in_progress" } });
    await tickets.transition({ ...at, ticketId: ids[1]!, to: "resolved" });
    const before = await outbox();
    const absent = crypto.randomUUID();
    const asked = [ids[0]!, ids[1]!, ids[3]!, absent, foreign.id];
    const patch = { state: "in_progress", priority: "urgent" } as const;
    const error = await tickets
      .bulkUpdate({ ...at, ticketIds: asked, patch })
      .catch((failed) => failed);
    expect(error.code).toBe("CONFLICT");
    const { failures } = error.cause.details;
    expect(failures).toMatchObject([
      { ticketId: ids[1], code: "illegal_transition", from: "resolved", allowed: ["closed"] },
      { ticketId: ids[3], code: "not_found", message: "Ticket not found" },
      { ticketId: absent, code: "not_found", message: "Ticket not found" },
      { ticketId: foreign.id, code: "not_found", message: "Ticket not found" },
    ]);
    expect(await outbox()).toEqual(before);
    expect(await tickets.get({ ...at, ticket: ids[0]! })).toMatchObject({ priority: "none" });
    const nowhere = tickets.bulkUpdate({ ...at, ticketIds: [absent], patch });
    await expect(nowhere).rejects.toMatchObject({ code: "NOT_FOUND", message: "Ticket not found" });
  });

  test("does not fill a lane over its limit, and names those that find no room", async () => {
    const { at, here, tickets, projects, ids } = await setUp();
    await projects.updateState({ ...here, state: "in_progress", patch: { wipLimit: 3 } });
    await tickets.transition({ ...at, ticketId: ids[0]!, to: "in_progress" });
    const over = tickets.bulkUpdate({ ...at, ticketIds: ids, patch: { state: "in_progress" } });
    await expect(over).rejects.toMatchObject({
      ...{
        code: "CONFLICT",
        cause: { details: { failures: [{ ticketId: ids[3], code: "wip_limit", limit: 3 }] } },
      },
    });
    const fits = { ...at, ticketIds: ids.slice(0, 3), patch: { state: "in_progress" } };
    expect((await tickets.bulkUpdate(fits)).items).toHaveLength(3);
  });

  test("of five hundred goes through, and of more is refused", async () => {
    const { at, here, tickets, owner } = await setUp(0);
    await world.owner.execute(sql`
      with made as (
        insert into tickets (workspace_id, id, project_id, number, title, state, rank, reporter_id)
        select ${at.workspaceId}, gen_random_uuid(), ${here.projectId}, n, 'T' || n, 'open', 'a' || lpad(n::text, 4, '0'), ${owner.id}
        from generate_series(1, 500) n returning *)
      insert into ticket_status_history (workspace_id, ticket_id, seq, to_state, by_id, at)
      select workspace_id, id, 1, state, reporter_id, created_at from made`);
    const rows = await world.owner.execute<{ id: string }>(
      sql`select id from tickets where workspace_id = ${at.workspaceId} order by number`,
    );
    const ticketIds = rows.map(({ id }) => id);
    const patch = { state: "in_progress", assigneeId: owner.id };
    const { items } = await tickets.bulkUpdate({ ...at, ticketIds, patch });
    expect(new Set(items.map(({ rank }) => rank)).size).toBe(500);
    expect(items.map(({ rank }) => rank)).toEqual(items.map(({ rank }) => rank).sort());
    await expect(
      tickets.bulkUpdate({ ...at, ticketIds: [...ticketIds, ticketIds[0]!], patch }),
    ).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringMatching(/^ticketIds: /),
    });
  });

  test("to an assignee whose membership is ending waits, and is refused", async () => {
    const { at, tickets, ids, workspace } = await setUp(1);
    const ben = await workspace.as("member");
    const leaving = sql`update memberships set ended_at = clock_timestamp() where user_id = ${ben.id}`;
    const giving = () =>
      tickets.bulkUpdate({ ...at, ticketIds: ids, patch: { assigneeId: ben.id } });
    expect(await world.whileUncommitted(leaving, giving)).toBe("NOT_FOUND");
  });

  test("and single edits at once leave all or nothing of it, and no deadlock", async () => {
    const { owner, at, tickets, ids } = await setUp(6);
    let refused = 0;
    for (let round = 0; round < 20; round++) {
      const to = round % 2 ? "high" : "low";
      const bulk = (order: string[]) => () =>
        withoutRetrying(world, owner, at.workspaceId, (tx, actor) =>
          bulkUpdateTickets(tx, actor, {
            ...at,
            ticketIds: order,
            patch: { priority: to, assigneeId: owner.id },
          }),
        );
      const removing = () => tickets.delete({ ...at, ticketId: ids[3]! });
      const results = await Promise.allSettled([bulk(ids)(), removing(), bulk(ids.toReversed())()]);
      for (const result of results) {
        if (result.status === "rejected") {
          refused += 1;
          expect(result.reason).toMatchObject({ details: { failures: [{ ticketId: ids[3] }] } });
        }
      }
      const changed = results[0]!.status === "fulfilled" || results[2]!.status === "fulfilled";
      const { items } = await tickets.list({ ...at, priority: to });
      expect(items).toHaveLength(changed ? 5 : 0);
      await tickets.restore({ ...at, ticketId: ids[3]! });
      await tickets.bulkUpdate({ ...at, ticketIds: ids, patch: { priority: "none" } });
    }
    expect(refused).toBeGreaterThan(0);
  }, 60_000);
});

test("the trash lists what was deleted, the newest first, page by page, until it is restored", async () => {
  const { at, here, tickets, ids, workspace, outbox } = await setUp();
  await tickets.delete({ ...at, ticketId: ids[1]! });
  const gone = await tickets.bulkDelete({ ...at, ticketIds: [ids[2]!, ids[0]!, ids[2]!] });
  expect(gone.items.map(({ id, version }) => [id, version])).toEqual([
    [ids[2], 2],
    [ids[0], 2],
  ]);
  expect((await outbox()).slice(-2).map(({ type }) => type)).toEqual([
    "ticket.deleted",
    "ticket.deleted",
  ]);
  const viewer = await workspace.as("viewer");
  const all = await viewer.api.tickets.trash(here);
  expect(all.items.at(-1)!.id).toBe(ids[1]);
  const paged: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await viewer.api.tickets.trash({ ...at, limit: 1, cursor });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(all.items.map(({ id }) => id));
  expect(paged.toSorted()).toEqual([ids[0]!, ids[1]!, ids[2]!].toSorted());

  const again = tickets.bulkDelete({ ...at, ticketIds: [ids[3]!, ids[0]!] });
  await expect(again).rejects.toMatchObject({
    ...{ code: "NOT_FOUND", cause: { details: { failures: [{ ticketId: ids[0] }] } } },
  });
  expect((await tickets.list(at)).items.map(({ id }) => id)).toEqual([ids[3]]);
  await tickets.restore({ ...at, ticketId: ids[1]! });
  expect((await tickets.trash(at)).items).toHaveLength(2);
});
