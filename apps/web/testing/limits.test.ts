import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { postSignIn } from "./people";
import { type Answer, ask, call, errorOf, send } from "./send";
import { type Door, startDoor } from "./start-door";

const password = "canary-password-of-the-limits";
const person = () => `${crypto.randomUUID()}@example.test`;

const isTooMany = ({ status, headers }: Answer) => {
  expect(status).toBe(429);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(Number(headers["retry-after"])).toBeLessThanOrEqual(3600);
};

describe.each(["node", "next"] as const)("the %s door", (name) => {
  let door: Door;
  // One proxy is ours. Two tries an account, ten an address, twenty-four calls of a stranger.
  beforeAll(async () => {
    const settings = { RATE_LIMIT_FACTOR: "0.2", TRUSTED_PROXY_HOPS: "1" };
    door = await startDoor(name, { settings });
  });
  afterAll(() => door.close());

  const token = (email: string, headers: Record<string, string>) =>
    call(door, "auth.token", { email, password }, headers);
  const from = (address: string) => ({ "x-forwarded-for": address });

  test("counts a sign-in by form and one by a program together", async () => {
    const email = person();
    expect((await token(email, from("192.0.2.1"))).status).toBe(401);
    expect((await postSignIn(door, { email, password }, from("192.0.2.3"))).answer.status).toBe(
      401,
    );
    const { answer } = await postSignIn(door, { email, password }, from("192.0.2.3"));
    isTooMany(answer);
    expect(answer.json).toMatchObject({ url: expect.stringContaining("error=") });
    const refused = await token(email, from("192.0.2.2"));
    isTooMany(refused);
    expect([errorOf(refused), refused.headers["x-slacky-door"]]).toEqual([
      "TOO_MANY_REQUESTS",
      name,
    ]);
  });

  test("counts an address that our proxy named, whatever was there before", async () => {
    const guess = (i: number) => token(person(), from(`198.51.100.${i}, 192.0.2.9`));
    for (let i = 0; i < 10; i++) expect((await guess(i)).status).toBe(401);
    isTooMany(await guess(10));
    expect((await token(person(), from("192.0.2.10"))).status).toBe(401);
  });

  test("counts who comes past the proxy by the socket", async () => {
    for (let i = 0; i < 10; i++) expect((await token(person(), {})).status).toBe(401);
    isTooMany(await token(person(), {}));
    isTooMany((await postSignIn(door, { email: person(), password })).answer);
  });

  test("counts each call of a batch, and uploads", async () => {
    const headers = from("192.0.2.20");
    const batch = `${Array(10).fill("auth.me").join(",")}?batch=1`;
    for (let sent = 0; sent < 20; sent += 10)
      expect((await ask(door, batch, headers)).status).toBe(401);
    const mixed = await ask(door, batch, headers);
    expect(mixed.status).toBe(207);
    expect(Number(mixed.headers["retry-after"])).toBeGreaterThan(0);
    isTooMany(await ask(door, "auth.me", headers));
    const upload = {
      method: "POST",
      headers: { ...headers, "content-type": "text/csv" },
      body: "a",
    };
    isTooMany(await send(door, "/api/imports?workspaceId=x", upload));
  });
});

// Only Linux has all of 127.0.0.0/8.
describe.runIf(process.platform === "linux").each(["node", "next"] as const)(
  "the %s door, with no proxy",
  (name) => {
    let door: Door;
    beforeAll(async () => {
      door = await startDoor(name, { settings: { RATE_LIMIT_FACTOR: "0.04" } });
    });
    afterAll(() => door.close());

    test("counts by the socket, whatever a client says of itself", async () => {
      const statusFrom = async (from: string, headers: Record<string, string>) =>
        (await send(door, "/api/trpc/auth.me", { from, headers })).status;
      // Next says that it is ready before it has loaded what notes the sockets.
      await statusFrom("127.0.0.4", {});
      for (let i = 0; i < 5; i++) {
        expect(await statusFrom("127.0.0.2", { "x-forwarded-for": `192.0.2.${i}` })).toBe(401);
      }
      for (const header of ["x-forwarded-for", "x-real-ip", "forwarded", "x-slacky-socket"]) {
        expect(await statusFrom("127.0.0.2", { [header]: "192.0.2.9" })).toBe(429);
      }
      expect(await statusFrom("127.0.0.3", {})).toBe(401);
    });
  },
);
