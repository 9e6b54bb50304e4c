import { afterAll, beforeAll, expect, test } from "vitest";

import { type Door, startDoor } from "../../../apps/web/testing/start-door";
import { createClient, isSlackyError, type SlackyClient, type SlackyError, withKey } from "../src";

const password = "canary-password-of-the-client";

let door: Door;
let slacky: SlackyClient;
let token: string;
let at: { workspaceId: string; projectId: string };

beforeAll(async () => {
  door = await startDoor("node");
  const nobody = createClient({ url: door.url });
  const email = `${crypto.randomUUID()}@example.test`;
  await nobody.auth.register.mutate({ name: "Ada", email, password });
  ({ token } = await nobody.auth.token.mutate({ email, password }));
  slacky = createClient({ url: door.url, token: async () => token });
  const { id: workspaceId } = await slacky.workspaces.create.mutate({ name: "Field work" });
  const project = await slacky.projects.create.mutate({ workspaceId, name: "Weather stations" });
  at = { workspaceId, projectId: project.id };
});
afterAll(() => door?.close());

const create = (title: string) => slacky.tickets.create.mutate({ ...at, title });
const count = async () =>
  (await slacky.tickets.list.query({ workspaceId: at.workspaceId, limit: 100 })).items.length;

const failureOf = async (call: Promise<unknown>): Promise<SlackyError> => {
  const error = await call.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!isSlackyError(error)) throw new Error(`Not an error of the client's: ${error}`);
  return error;
};

test("makes a ticket, moves it, and reads its history", async () => {
  const { id: ticketId, state } = await create("Rain gauge is stuck");
  expect(state).toBe("open");
  const { workspaceId } = at;
  const moved = await slacky.tickets.transition.mutate({
    workspaceId,
    ticketId,
    to: "in_progress",
  });
  expect(moved.state).toBe("in_progress");
  const { items } = await slacky.tickets.history.query({ workspaceId, ticket: ticketId });
  expect(items.map(({ from, to }) => [from, to])).toEqual([
    [null, "open"],
    ["open", "in_progress"],
  ]);
});

test("an error says what a program needs", async () => {
  const { workspaceId } = at;
  const { id: ticketId } = await create("Wind vane points south");
  const refused = slacky.tickets.transition.mutate({ workspaceId, ticketId, to: "closed" });
  expect(await failureOf(refused)).toMatchObject({
    code: "CONFLICT",
    status: 409,
    reason: { code: "illegal_transition", allowed: ["in_progress"] },
  });
  expect(await failureOf(create(" "))).toMatchObject({
    code: "BAD_REQUEST",
    status: 400,
    fields: { title: [expect.any(String)] },
  });
  const nobody = createClient({ url: door.url, token: "forged" });
  expect(await failureOf(nobody.auth.me.query())).toMatchObject({ code: "UNAUTHORIZED" });
});

test("a call repeated with its own key is made once; another call may not have it", async () => {
  const before = await count();
  const input = { ...at, title: "Snow on the solar panel" };
  const first = await slacky.tickets.create.mutate(input, withKey("panel-1"));
  const again = await slacky.tickets.create.mutate(input, withKey("panel-1"));
  expect(again.id).toBe(first.id);
  expect(await count()).toBe(before + 1);
  const other = slacky.tickets.create.mutate({ ...input, title: "Ice" }, withKey("panel-1"));
  expect(await failureOf(other)).toMatchObject({
    code: "UNPROCESSABLE_CONTENT",
    reason: { code: "idempotency_key_reused" },
  });
});

/** A client whose answers are put aside as `instead` says; it counts what it sent, and with which keys. */
function through(instead: (answer: Response, sent: number) => Response | Promise<Response>) {
  const keys: (string | null)[] = [];
  const client = createClient({
    url: door.url,
    token,
    fetch: async (input, init) => {
      keys.push(new Headers(init?.headers).get("idempotency-key"));
      return instead(await fetch(input, init), keys.length);
    },
  });
  return { client, keys };
}

test.each([
  [
    "the answer is lost",
    () => {
      throw new TypeError("fetch failed");
    },
  ],
  ["a proxy answers in its place", () => new Response("Busy", { status: 503 })],
])("made once and answered, when %s", async (_how, lose) => {
  const before = await count();
  const { client, keys } = through((answer, sent) => (sent < 3 ? lose() : answer));
  const ticket = await client.tickets.create.mutate({ ...at, title: "Sent thrice" });
  expect(ticket.title).toBe("Sent thrice");
  expect(await count()).toBe(before + 1);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
});

test("gives up after four times, with the last error", async () => {
  const { client, keys } = through(() => new Response("Busy", { status: 503 }));
  expect(await failureOf(client.auth.me.query())).toMatchObject({ status: 503 });
  expect(keys).toHaveLength(4);
});

test("sends a sign-in once, and without a key", async () => {
  const { client, keys } = through(() => new Response("Busy", { status: 503 }));
  const signIn = client.auth.token.mutate({ email: "ada@example.test", password });
  expect(await failureOf(signIn)).toMatchObject({ status: 503 });
  expect(keys).toEqual([null]);
});

test("a busy lock is waited out", async () => {
  const { id: ticketId } = await create("Held by another");
  const { workspaceId } = at;
  let answered = () => {};
  const refused = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const { client, keys } = through((answer) => {
    answered();
    return answer;
  });
  const sql = door.world.owner.$client;
  let moving: Promise<{ state: string }> | undefined;
  await sql.begin(async (tx) => {
    await tx`select from tickets where id = ${ticketId} for update`;
    moving = client.tickets.transition.mutate({ workspaceId, ticketId, to: "in_progress" });
    await refused;
  });
  expect((await moving!).state).toBe("in_progress");
  expect(keys.length).toBeGreaterThan(1);
});
