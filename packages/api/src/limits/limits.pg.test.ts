import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { describe, expect, test } from "vitest";

import { appRouter, createCaller } from "../root";
import { useTestWorld } from "../testing/harness";
import type { Context } from "../trpc/context";
import type { LimitName } from "./limits";
import { openLimiter } from "./open-limiter";

const world = useTestWorld();
const password = "correct horse";
const limiterOf = (factor = 1) => openLimiter({ RATE_LIMIT_FACTOR: factor });
const tooMany = {
  code: "TOO_MANY_REQUESTS",
  cause: { details: { code: "too_many_requests", retryAfterSeconds: expect.any(Number) } },
};

/** Somebody signed out, at an address. */
async function stranger(more: Partial<Context> = {}) {
  const { context } = await world.person();
  return createCaller({ ...context, session: null, limiter: limiterOf(), ...more });
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "ok",
    (error: { code: string }) => error.code,
  );
}

async function codesOf(times: number, call: (i: number) => Promise<unknown>): Promise<string[]> {
  const codes: string[] = [];
  for (let i = 0; i < times; i++) codes.push(await codeOf(call(i)));
  return codes;
}

test("each call in a batch counts, for the user and for a stranger", async () => {
  const { context } = await world.person();
  for (const [session, left] of [
    [context.session, 1200],
    [null, 120],
  ] as const) {
    const counted: LimitName[] = [];
    const counting = limiterOf();
    const limiter = {
      take: (takes: { limit: LimitName; key: string }[]) => {
        counted.push(...takes.map(({ limit }) => limit));
        return counting.take(takes);
      },
    };
    const batch = () =>
      fetchRequestHandler({
        router: appRouter,
        endpoint: "/api",
        req: new Request(`http://localhost/api/${Array(10).fill("auth.me").join(",")}?batch=1`),
        createContext: () => ({ ...context, session, limiter }),
      });
    const first = (await (await batch()).json()) as unknown[];
    expect(first).toHaveLength(10);
    expect(counted).toEqual(Array(10).fill(session ? "user" : "stranger"));
    for (let sent = 10; sent < left; sent += 10) {
      expect((await batch()).status).toBe(session ? 200 : 401);
    }
    expect((await batch()).status).toBe(429);
  }
});

test("nobody is let as far as the database who is over a limit", async () => {
  const { context } = await world.person();
  const noDatabase = new Proxy({} as Context["db"], {
    get: () => {
      throw new Error("The database was asked");
    },
  });
  const limiter = { take: async () => 7 };
  const api = createCaller({ ...context, db: noDatabase, limiter });
  const at = { workspaceId: context.session!.userId };
  for (const call of [
    () => api.auth.me(),
    () => api.auth.token({ email: "ada@example.test", password }),
    () => api.auth.register({ name: "Ada", email: "ada@example.test", password }),
    () => api.auth.changePassword({ currentPassword: password, newPassword: password }),
    () => api.projects.list(at),
    () => api.workspaces.create({ name: "Acme" }),
  ]) {
    await expect(call()).rejects.toMatchObject({
      ...tooMany,
      message: "Too many requests: try again in 7 seconds",
      cause: { details: { retryAfterSeconds: 7 } },
    });
  }
});

describe("a password can be guessed at", () => {
  test("ten times for one account, from however many addresses", async () => {
    const limiter = limiterOf();
    const email = "ada@example.test";
    await (await stranger()).auth.register({ name: "Ada", email, password });
    const guess = async (i: number) =>
      (await stranger({ limiter, address: `192.0.2.${i}` })).auth.token({
        email: i % 2 ? email : " ADA@Example.test",
        password: "wrong horse",
      });
    expect(await codesOf(12, guess)).toEqual([
      ...Array(10).fill("UNAUTHORIZED"),
      ...Array(2).fill("TOO_MANY_REQUESTS"),
    ]);
    const right = (await stranger({ limiter })).auth.token({ email, password });
    await expect(right).rejects.toMatchObject(tooMany);
    const other = (await stranger({ limiter })).auth.token({ email: "ben@example.test", password });
    expect(await codeOf(other)).toBe("UNAUTHORIZED");
  });

  test("fifty times from one address, for however many accounts", async () => {
    const limiter = limiterOf(0.2);
    const guess = async (i: number) =>
      (await stranger({ limiter })).auth.token({ email: `${i}@example.test`, password });
    expect(await codesOf(11, guess)).toEqual([
      ...Array(10).fill("UNAUTHORIZED"),
      "TOO_MANY_REQUESTS",
    ]);
  });

  test("ten times by whoever sits at an open session", async () => {
    const { context } = await world.person();
    const api = createCaller({ ...context, limiter: limiterOf() });
    const guess = (i: number) =>
      i % 2
        ? api.auth.closeAccount({ password: "wrong horse" })
        : api.auth.changePassword({ currentPassword: "wrong horse", newPassword: "another horse" });
    const codes = await codesOf(12, guess);
    expect(codes.slice(0, 10)).not.toContain("TOO_MANY_REQUESTS");
    expect(codes.slice(10)).toEqual(["TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS"]);
  });
});

test("an address registers a hundred people an hour", async () => {
  const limiter = limiterOf(0.05);
  const api = await stranger({ limiter });
  const register = (i: number) =>
    api.auth.register({ name: "Ada", email: `new-${i}@example.test`, password });
  expect(await codesOf(6, register)).toEqual([...Array(5).fill("ok"), "TOO_MANY_REQUESTS"]);
});

test("invitations and checks of the audit log are counted for the user", async () => {
  const { owner, id: workspaceId } = await world.workspace();
  const api = createCaller({ ...owner.context, limiter: limiterOf(0.5) });
  expect(await codesOf(4, () => api.audit.verify({ workspaceId }))).toEqual([
    "ok",
    "ok",
    "ok",
    "TOO_MANY_REQUESTS",
  ]);
  const accept = await codesOf(31, () => api.invites.accept({ token: "x".repeat(43) }));
  expect(accept.indexOf("TOO_MANY_REQUESTS")).toBe(30);
  const invite = { workspaceId, email: "new@example.test", role: "member" } as const;
  await expect(api.invites.create(invite)).rejects.toMatchObject(tooMany);
});
