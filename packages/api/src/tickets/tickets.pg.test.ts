import { describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

const setUp = () => world.project();
type SetUp = Awaited<ReturnType<typeof setUp>>;
const add = ({ owner, at, project }: SetUp, title: string, more = {}) =>
  owner.api.tickets.create({ ...at, projectId: project.id, title, ...more });

describe("a new ticket", () => {
  test("takes the next number, the first open state and the end of its lane", async () => {
    const here = await setUp();
    const first = await add(here, "First");
    const second = await add(here, "Second", { priority: "high", dueOn: "2026-12-24" });
    expect(second).toMatchObject({
      ...{ key: "ENG-2", number: 2, title: "Second", description: "", state: "open" },
      ...{ priority: "high", dueOn: "2026-12-24", assigneeId: null, labelIds: [], version: 1 },
      ...{ reporterId: here.owner.id, projectId: here.project.id, deletedAt: null },
    });
    expect(second.rank > first.rank).toBe(true);
    expect(second.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const { items } = await here.owner.api.tickets.history({ ...here.at, ticket: "ENG-2" });
    expect(items).toMatchObject([{ seq: 1, from: null, to: "open", by: here.owner.id }]);
  });

  test("may bring its own id, once", async () => {
    const here = await setUp();
    const id = crypto.randomUUID();
    expect((await add(here, "Mine", { id })).id).toBe(id);
    await expect(add(here, "Again", { id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await add(here, "Next")).number).toBe(2);
  });

  test("cannot begin in a state that is not open", async () => {
    const here = await setUp();
    await expect(add(here, "x", { state: "closed" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringMatching(/^state: /),
    });
  });
});

describe("a transition", () => {
  test("moves the ticket and leaves one line of history and one event", async () => {
    const here = await setUp();
    const ticket = await add(here, "Fix login");
    const moved = await here.owner.api.tickets.transition({
      ...here.at,
      ticketId: ticket.id,
      to: "in_progress",
    });
    expect(moved).toMatchObject({ state: "in_progress", version: 2 });
    const { items } = await here.owner.api.tickets.history({ ...here.at, ticket: ticket.id });
    expect(items.map(({ seq, from, to }) => [seq, from, to])).toEqual([
      [1, null, "open"],
      [2, "open", "in_progress"],
    ]);
  });

  test("that the workflow does not list is refused, with what it does, and leaves nothing", async () => {
    const here = await setUp();
    const ticket = await add(here, "Fix login");
    await expect(
      here.owner.api.tickets.transition({ ...here.at, ticketId: ticket.id, to: "closed" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { details: { code: "illegal_transition", from: "open", allowed: ["in_progress"] } },
    });
    expect(await here.owner.api.tickets.get({ ...here.at, ticket: ticket.id })).toMatchObject(
      ticket,
    );
    const { items } = await here.owner.api.tickets.history({ ...here.at, ticket: ticket.id });
    expect(items).toHaveLength(1);
  });
});

describe("a move", () => {
  test("puts a card right after or right before another, in its lane or the next", async () => {
    const here = await setUp();
    const [a, b, c] = [await add(here, "a"), await add(here, "b"), await add(here, "c")];
    const { move } = here.owner.api.tickets;
    const lane = async (state: string) => {
      const page = await here.owner.api.tickets.list({
        ...here.at,
        projectId: here.project.id,
        state,
        sort: "rank",
      });
      return page.items.map((ticket) => ticket.title).join("");
    };
    await move({ ...here.at, ticketId: c.id, afterId: a.id });
    expect(await lane("open")).toBe("acb");
    await move({ ...here.at, ticketId: b.id, beforeId: a.id });
    expect(await lane("open")).toBe("bac");
    await move({ ...here.at, ticketId: a.id, to: "in_progress" });
    await move({ ...here.at, ticketId: c.id, to: "in_progress", beforeId: a.id });
    expect([await lane("open"), await lane("in_progress")]).toEqual(["b", "ca"]);
  });

  test("beside a card that has left the lane is refused", async () => {
    const here = await setUp();
    const [a, b] = [await add(here, "a"), await add(here, "b")];
    await here.owner.api.tickets.transition({ ...here.at, ticketId: a.id, to: "in_progress" });
    await expect(
      here.owner.api.tickets.move({ ...here.at, ticketId: b.id, afterId: a.id }),
    ).rejects.toMatchObject({ code: "CONFLICT", cause: { details: { code: "neighbour_moved" } } });
  });
});

describe("an edit", () => {
  test("of other fields than someone else's merges; of the same one is refused with both", async () => {
    const here = await setUp();
    const { update } = here.owner.api.tickets;
    const { id: ticketId } = await add(here, "Old");
    await update({ ...here.at, ticketId, expectedVersion: 1, patch: { title: "Theirs" } });
    const merged = await update({
      ...here.at,
      ticketId,
      expectedVersion: 1,
      patch: { priority: "urgent" },
    });
    expect(merged).toMatchObject({ title: "Theirs", priority: "urgent", version: 3 });
    await expect(
      update({ ...here.at, ticketId, expectedVersion: 1, patch: { title: "Mine" } }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { details: { fields: { title: { yours: "Mine", theirs: "Theirs" } } } },
    });
  });

  test("sets and clears labels, assignee and due date", async () => {
    const here = await setUp();
    const { labels, tickets } = here.owner.api;
    const label = await labels.create({ ...here.at, name: "Bug", color: "red" });
    const { id: ticketId } = await add(here, "x");
    const patch = {
      labelIds: [label.id, label.id],
      assigneeId: here.owner.id,
      dueOn: "2026-12-01",
    };
    const set = await tickets.update({ ...here.at, ticketId, expectedVersion: 1, patch });
    expect(set).toMatchObject({ ...patch, labelIds: [label.id] });
    const none = { labelIds: [], assigneeId: null, dueOn: null };
    expect(
      await tickets.update({ ...here.at, ticketId, expectedVersion: 2, patch: none }),
    ).toMatchObject(none);
  });

  test("that changes nothing makes no version", async () => {
    const here = await setUp();
    const ticket = await add(here, "Same");
    const again = await here.owner.api.tickets.update({
      ...here.at,
      ...{ ticketId: ticket.id, expectedVersion: 1, patch: { title: "Same" } },
    });
    expect(again).toEqual(ticket);
  });
});

test("a deleted ticket is gone for everyone, and comes back to the end of its lane", async () => {
  const here = await setUp();
  const { tickets, comments } = here.owner.api;
  const [a, b] = [await add(here, "a"), await add(here, "b")];
  const ticket = { ...here.at, ticketId: a.id };
  expect((await tickets.delete(ticket)).deletedAt).not.toBeNull();
  for (const gone of [
    () => tickets.get({ ...here.at, ticket: a.key }),
    () => tickets.delete(ticket),
    () => tickets.transition({ ...ticket, to: "in_progress" }),
    () => comments.add({ ...ticket, body: "hello" }),
  ]) {
    await expect(gone()).rejects.toMatchObject({ code: "NOT_FOUND", message: "Ticket not found" });
  }
  expect((await tickets.list(here.at)).items.map((one) => one.id)).toEqual([b.id]);
  const back = await tickets.restore(ticket);
  expect(back).toMatchObject({ deletedAt: null, number: 1 });
  expect(back.rank > b.rank).toBe(true);
});

test("the board has every lane with its first cards, and goes on from its cursor", async () => {
  const here = await setUp();
  const { tickets } = here.owner.api;
  for (const title of ["a", "b", "c"]) await add(here, title);
  const at = { ...here.at, projectId: here.project.id };
  const board = await tickets.board({ ...at, limit: 2 });
  expect(
    board.columns.map(({ state, total, items }) => [state, total, items.map((t) => t.title)]),
  ).toEqual([
    ["open", 3, ["a", "b"]],
    ["in_progress", 0, []],
    ["resolved", 0, []],
    ["closed", 0, []],
  ]);
  const { nextCursor } = board.columns[0]!;
  const rest = await tickets.list({
    ...at,
    state: "open",
    sort: "rank",
    cursor: nextCursor,
    limit: 2,
  });
  expect([rest.items.map((t) => t.title), rest.nextCursor]).toEqual([["c"], null]);
  expect(board.seq).toBe(5); // The workspace, the project and three tickets.
});
