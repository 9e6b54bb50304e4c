import type { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";

import { type Person, useTestWorld } from "../testing/harness";

const world = useTestWorld();
let owner: Person;
let at: { workspaceId: string };
let projectId: string;
let ticketId: string;
let foreign: Record<"projectId" | "ticketId" | "userId" | "labelId" | "commentId", string>;

beforeAll(async () => {
  const here = await world.project();
  ({ owner, at } = here);
  projectId = here.project.id;
  ticketId = (await owner.api.tickets.create({ ...at, projectId, title: "x" })).id;
  const there = await world.project();
  const label = await there.owner.api.labels.create({ ...there.at, name: "Theirs", color: "red" });
  const { api } = there.owner;
  const ticket = await api.tickets.create({ ...there.at, projectId: there.project.id, title: "y" });
  const comment = await api.comments.add({ ...there.at, ticketId: ticket.id, body: "z" });
  foreign = {
    projectId: there.project.id,
    ticketId: ticket.id,
    userId: there.owner.id,
    labelId: label.id,
    commentId: comment.id,
  };
});

const failure = (call: Promise<unknown>): Promise<TRPCError> =>
  call.then(
    () => expect.unreachable("was accepted"),
    (error) => error,
  );

describe("bad input is refused, naming the field", () => {
  const NUL = "a\0b";
  test.each<[string, string, () => Promise<unknown>]>([
    [
      "a malformed id",
      "projectId",
      () => owner.api.tickets.create({ ...at, projectId: "7", title: "x" }),
    ],
    ["a malformed workspace", "workspaceId", () => owner.api.tickets.list({ workspaceId: "x" })],
    ["an unknown field", "colour", () => owner.api.tickets.list({ ...at, colour: 1 } as never)],
    [
      "an unknown nested field",
      "patch.version",
      () =>
        owner.api.tickets.update({
          ...at,
          ticketId,
          expectedVersion: 1,
          patch: { version: 9 } as never,
        }),
    ],
    ["a NUL in a title", "title", () => owner.api.tickets.create({ ...at, projectId, title: NUL })],
    ["a NUL in a comment", "body", () => owner.api.comments.add({ ...at, ticketId, body: NUL })],
    ["a NUL in a state", "to", () => owner.api.tickets.transition({ ...at, ticketId, to: NUL })],
    ["a blank title", "title", () => owner.api.tickets.create({ ...at, projectId, title: "  " })],
    [
      "a title that is too long",
      "title",
      () => owner.api.tickets.create({ ...at, projectId, title: "x".repeat(501) }),
    ],
    [
      "a description that is too long",
      "description",
      () =>
        owner.api.tickets.create({
          ...at,
          projectId,
          title: "x",
          description: "x".repeat(100_001),
        }),
    ],
    [
      "a day that is none",
      "dueOn",
      () => owner.api.tickets.create({ ...at, projectId, title: "x", dueOn: "2026-02-30" }),
    ],
    [
      "a day of the year 0",
      "dueOn",
      () => owner.api.tickets.create({ ...at, projectId, title: "x", dueOn: "0000-01-01" }),
    ],
    [
      "half a character",
      "title",
      () => owner.api.tickets.create({ ...at, projectId, title: "\ud800x" }),
    ],
    ["neither an id nor a key", "ticket", () => owner.api.tickets.get({ ...at, ticket: "ENG" })],
    [
      "a number beyond any",
      "ticket",
      () => owner.api.tickets.get({ ...at, ticket: "ENG-99999999999" }),
    ],
    ["a page of none", "limit", () => owner.api.tickets.list({ ...at, limit: 0 })],
    ["a page of too many", "limit", () => owner.api.tickets.list({ ...at, limit: 101 })],
    ["a cursor of nobody's", "cursor", () => owner.api.tickets.list({ ...at, cursor: "abc" })],
    [
      "an edit of nothing",
      "patch",
      () => owner.api.tickets.update({ ...at, ticketId, expectedVersion: 1, patch: {} }),
    ],
    [
      "a version from the future",
      "expectedVersion",
      () =>
        owner.api.tickets.update({ ...at, ticketId, expectedVersion: 99, patch: { title: "z" } }),
    ],
    ["a move to nowhere", "to", () => owner.api.tickets.move({ ...at, ticketId })],
    [
      "two neighbours",
      "beforeId",
      () => owner.api.tickets.move({ ...at, ticketId, afterId: projectId, beforeId: projectId }),
    ],
    [
      "itself as a neighbour",
      "afterId",
      () => owner.api.tickets.move({ ...at, ticketId, afterId: ticketId }),
    ],
    [
      "a role that is none",
      "role",
      () => owner.api.members.add({ ...at, email: "a@example.test", role: "king" as never }),
    ],
    [
      "an address that is none",
      "email",
      () => owner.api.members.add({ ...at, email: "a@", role: "member" }),
    ],
    ["a key with a dash", "key", () => owner.api.projects.create({ ...at, name: "x", key: "A-B" })],
    [
      "a colour that is none",
      "color",
      () => owner.api.labels.create({ ...at, name: "x", color: "mauve" as never }),
    ],
    [
      "a state that is its own successor",
      "to",
      () => owner.api.projects.addTransition({ ...at, projectId, from: "open", to: "open" }),
    ],
    [
      "a state moved into itself",
      "moveTo",
      () => owner.api.projects.deleteState({ ...at, projectId, state: "open", moveTo: "open" }),
    ],
    [
      "a limit of nothing",
      "patch.wipLimit",
      () =>
        owner.api.projects.updateState({ ...at, projectId, state: "open", patch: { wipLimit: 0 } }),
    ],
    [
      "a state's change of nothing",
      "patch",
      () => owner.api.projects.updateState({ ...at, projectId, state: "open", patch: {} }),
    ],
    [
      "a blank state",
      "name",
      () => owner.api.projects.addState({ ...at, projectId, name: " ", category: "open" }),
    ],
    [
      "a category that is none",
      "category",
      () => owner.api.projects.addState({ ...at, projectId, name: "x", category: "done" as never }),
    ],
    [
      "half a point",
      "estimate",
      () => owner.api.tickets.create({ ...at, projectId, title: "x", estimate: 0.5 }),
    ],
    [
      "too many points",
      "patch.estimate",
      () =>
        owner.api.tickets.update({
          ...{ ...at, ticketId, expectedVersion: 1, patch: { estimate: 1001 } },
        }),
    ],
    [
      "itself as a parent",
      "patch.parentId",
      () =>
        owner.api.tickets.update({
          ...{ ...at, ticketId, expectedVersion: 1, patch: { parentId: ticketId } },
        }),
    ],
    [
      "itself as a relation",
      "otherId",
      () => owner.api.relations.add({ ...at, ticketId, kind: "blocks", otherId: ticketId }),
    ],
    [
      "an update of no tickets",
      "ticketIds",
      () => owner.api.tickets.bulkUpdate({ ...at, ticketIds: [], patch: { priority: "low" } }),
    ],
    [
      "a malformed ticket among many",
      "ticketIds.1",
      () => owner.api.tickets.bulkDelete({ ...at, ticketIds: [ticketId, "7"] }),
    ],
    [
      "an edit to nothing",
      "body",
      () => owner.api.comments.edit({ ...at, commentId: ticketId, body: " " }),
    ],
    ["a name with a NUL", "name", () => owner.api.workspaces.create({ name: NUL })],
  ])("%s", async (_, field, call) => {
    const error = await failure(call());
    expect(error.code).toBe("BAD_REQUEST");
    expect(error.message).toMatch(new RegExp(`^${field}: `));
  });

  test("__proto__ and constructor are unknown fields like any other", async () => {
    const input = JSON.parse(
      `{"workspaceId":"${at.workspaceId}","__proto__":{"role":"owner"},"constructor":1}`,
    );
    expect((await failure(owner.api.labels.list(input))).code).toBe("BAD_REQUEST");
  });
});

describe("what belongs to another workspace is not found, in the words for what is not there", () => {
  const absent = crypto.randomUUID();
  test.each<[string, (id: string) => Promise<unknown>, () => string]>([
    [
      "a project to create in",
      (id) => owner.api.tickets.create({ ...at, projectId: id, title: "x" }),
      () => foreign.projectId,
    ],
    [
      "a project's board",
      (id) => owner.api.tickets.board({ ...at, projectId: id }),
      () => foreign.projectId,
    ],
    ["a ticket", (id) => owner.api.tickets.get({ ...at, ticket: id }), () => foreign.ticketId],
    [
      "a ticket's history",
      (id) => owner.api.tickets.history({ ...at, ticket: id }),
      () => foreign.ticketId,
    ],
    [
      "a ticket to move",
      (id) => owner.api.tickets.transition({ ...at, ticketId: id, to: "open" }),
      () => foreign.ticketId,
    ],
    [
      "a neighbour",
      (id) => owner.api.tickets.move({ ...at, ticketId, afterId: id }),
      () => foreign.ticketId,
    ],
    [
      "a ticket to delete",
      (id) => owner.api.tickets.delete({ ...at, ticketId: id }),
      () => foreign.ticketId,
    ],
    [
      "an assignee",
      (id) => owner.api.tickets.assign({ ...at, ticketId, assigneeId: id }),
      () => foreign.userId,
    ],
    [
      "a new ticket's assignee",
      (id) => owner.api.tickets.create({ ...at, projectId, title: "x", assigneeId: id }),
      () => foreign.userId,
    ],
    [
      "an edit's assignee",
      (id) =>
        owner.api.tickets.update({
          ...at,
          ticketId,
          expectedVersion: 1,
          patch: { assigneeId: id },
        }),
      () => foreign.userId,
    ],
    [
      "a label",
      (id) => owner.api.tickets.create({ ...at, projectId, title: "x", labelIds: [id] }),
      () => foreign.labelId,
    ],
    [
      "a ticket to comment on",
      (id) => owner.api.comments.add({ ...at, ticketId: id, body: "x" }),
      () => foreign.ticketId,
    ],
    [
      "a ticket's comments",
      (id) => owner.api.comments.list({ ...at, ticketId: id }),
      () => foreign.ticketId,
    ],
    [
      "a comment to edit",
      (id) => owner.api.comments.edit({ ...at, commentId: id, body: "x" }),
      () => foreign.commentId,
    ],
    [
      "a comment to delete",
      (id) => owner.api.comments.delete({ ...at, commentId: id }),
      () => foreign.commentId,
    ],
    [
      "a comment's versions",
      (id) => owner.api.comments.versions({ ...at, commentId: id }),
      () => foreign.commentId,
    ],
    [
      "a project's name",
      (id) => owner.api.projects.rename({ ...at, projectId: id, name: "x" }),
      () => foreign.projectId,
    ],
    [
      "a project",
      (id) => owner.api.projects.get({ ...at, projectId: id }),
      () => foreign.projectId,
    ],
    [
      "a project to archive",
      (id) => owner.api.projects.archive({ ...at, projectId: id }),
      () => foreign.projectId,
    ],
    [
      "a workflow",
      (id) => owner.api.projects.addState({ ...at, projectId: id, name: "x", category: "open" }),
      () => foreign.projectId,
    ],
    [
      "a parent",
      (id) =>
        owner.api.tickets.update({
          ...{ ...at, ticketId, expectedVersion: 1, patch: { parentId: id } },
        }),
      () => foreign.ticketId,
    ],
    [
      "a new ticket's parent",
      (id) => owner.api.tickets.create({ ...at, projectId, title: "x", parentId: id }),
      () => foreign.ticketId,
    ],
    [
      "a relation's other end",
      (id) => owner.api.relations.add({ ...at, ticketId, kind: "blocks", otherId: id }),
      () => foreign.ticketId,
    ],
    [
      "a ticket's relations",
      (id) => owner.api.relations.list({ ...at, ticketId: id }),
      () => foreign.ticketId,
    ],
    [
      "one of many tickets",
      (id) =>
        owner.api.tickets.bulkUpdate({ ...at, ticketIds: [id], patch: { state: "in_progress" } }),
      () => foreign.ticketId,
    ],
    [
      "a label for many tickets",
      (id) =>
        owner.api.tickets.bulkUpdate({
          ...{ ...at, ticketIds: [ticketId], patch: { addLabelIds: [id] } },
        }),
      () => foreign.labelId,
    ],
    [
      "an assignee of many tickets",
      (id) =>
        owner.api.tickets.bulkUpdate({
          ...{ ...at, ticketIds: [ticketId], patch: { assigneeId: id } },
        }),
      () => foreign.userId,
    ],
  ])("%s", async (_, call, id) => {
    const [theirs, nobodys] = [await failure(call(id())), await failure(call(absent))];
    expect([theirs.code, theirs.message]).toEqual(["NOT_FOUND", nobodys.message]);
    expect(nobodys).toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringMatching(/^\w.+ not found$/),
    });
  });
});
