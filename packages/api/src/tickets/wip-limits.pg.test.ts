import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld({ max: 20 });

/** A project whose lanes of work in progress and of new tickets take so many. */
async function setUp(limits: { open?: number; inProgress?: number }) {
  const { owner, at, project } = await world.project();
  const here = { ...at, projectId: project.id };
  const limit = (state: string, wipLimit: number | undefined) =>
    wipLimit && owner.api.projects.updateState({ ...here, state, patch: { wipLimit } });
  await limit("in_progress", limits.inProgress);
  const add = (title: string) => owner.api.tickets.create({ ...here, title });
  const limitOpen = () => limit("open", limits.open);
  return { owner, at, here, add, tickets: owner.api.tickets, limitOpen };
}

const full = (limit: number, state: string) => ({
  code: "CONFLICT",
  cause: { details: { code: "wip_limit", limit, state } },
});

test("a full lane takes nothing in by a transition, a move, a new ticket or one from the trash", async () => {
  const { tickets, at, here, add, limitOpen } = await setUp({ open: 2, inProgress: 1 });
  const [a, b, c] = [await add("a"), await add("b"), await add("c")];
  await limitOpen();
  await tickets.transition({ ...at, ticketId: a.id, to: "in_progress" });
  for (const into of [
    () => tickets.transition({ ...at, ticketId: b.id, to: "in_progress" }),
    () => tickets.move({ ...at, ticketId: b.id, to: "in_progress", afterId: a.id }),
  ]) {
    await expect(into()).rejects.toMatchObject(full(1, "in_progress"));
  }
  await expect(add("d")).rejects.toMatchObject(full(2, "open"));

  await tickets.delete({ ...at, ticketId: c.id });
  await add("e");
  await expect(tickets.restore({ ...at, ticketId: c.id })).rejects.toMatchObject(full(2, "open"));
  const lane = await tickets.list({ ...here, state: "open", sort: "rank" });
  const [first, last] = [lane.items[0]!, lane.items[1]!];
  // Within its lane a card may go anywhere, however full that is.
  expect(await tickets.move({ ...at, ticketId: first.id, afterId: last.id })).toMatchObject({
    state: "open",
  });
});

test("a limit holds under thirty moves at once", async () => {
  const { tickets, at, here, add } = await setUp({ inProgress: 5 });
  const cards: { id: string }[] = [];
  for (let i = 0; i < 30; i++) cards.push(await add(`T${i}`));
  const results = await Promise.allSettled(
    cards.map(({ id: ticketId }, i) =>
      i % 2
        ? tickets.transition({ ...at, ticketId, to: "in_progress" })
        : tickets.move({ ...at, ticketId, to: "in_progress" }),
    ),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject(full(5, "in_progress"));
  }
  const board = await tickets.board(here);
  expect(board.columns.map(({ total }) => total)).toEqual([25, 5, 0, 0]);
});

test("a limit holds while tickets are made, restored and moved in together", async () => {
  const { owner, at, here, add, tickets, limitOpen } = await setUp({ open: 4 });
  await owner.api.projects.addTransition({ ...here, from: "in_progress", to: "open" });
  const [trashed, moving] = [[] as string[], [] as string[]];
  for (let i = 0; i < 4; i++) {
    const [gone, away] = [await add("gone"), await add("away")];
    await tickets.delete({ ...at, ticketId: gone.id });
    await tickets.transition({ ...at, ticketId: away.id, to: "in_progress" });
    trashed.push(gone.id);
    moving.push(away.id);
  }
  await limitOpen();
  const results = await Promise.allSettled([
    ...trashed.map((ticketId) => tickets.restore({ ...at, ticketId })),
    ...moving.map((ticketId) => tickets.move({ ...at, ticketId, to: "open" })),
    ...[1, 2, 3, 4].map((n) => add(`new ${n}`)),
    tickets.bulkUpdate({ ...at, ticketIds: moving, patch: { state: "open" } }),
  ]);
  const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(new Set(refused)).toEqual(new Set(["CONFLICT"]));
  const board = await tickets.board(here);
  expect(board.columns[0]!.total).toBe(4);
});

test("whoever enters a limited lane waits for whoever is entering it", async () => {
  const { tickets, at, here, add } = await setUp({ inProgress: 1 });
  const [a, b] = [await add("a"), await add("b")];
  const entering = sql`with held as (select key from states
      where project_id = ${here.projectId} and key = 'in_progress' for no key update)
    update tickets set state = (select key from held) where id = ${a.id}`;
  const moving = () => tickets.transition({ ...at, ticketId: b.id, to: "in_progress" });
  expect(await world.whileUncommitted(entering, moving)).toBe("CONFLICT");
});
