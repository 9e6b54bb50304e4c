import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newPerson, password, postSignIn } from "./people";
import { ask, call, dataOf, errorOf, send } from "./send";
import { type Door, startDoor } from "./start-door";

const json = { "content-type": "application/json" };

// One contract for both doors. Every answer is asked which door it came through.
describe.each(["node", "next"] as const)("the %s door", (name) => {
  let door: Door;
  let ada: Awaited<ReturnType<typeof newPerson>>;
  beforeAll(async () => {
    door = await startDoor(name);
    ada = await newPerson(door);
  });
  afterAll(() => door.close());

  const isSignedIn = async () => (await ask(door, "auth.me", ada.bearer)).status === 200;

  test("answers a call, says who it is, and passes the caller's request id on", async () => {
    const answer = await ask(door, "auth.me", { ...ada.bearer, "x-request-id": "job-4711" });
    expect(answer.headers["x-slacky-door"]).toBe(name);
    expect(answer.headers["x-request-id"]).toBe("job-4711");
    expect(dataOf<{ user: { email: string } }>(answer).user.email).toBe(ada.email);
    expect((await ask(door, "auth.me")).headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("keeps answers out of every cache, and in no other site's hands", async () => {
    for (const answer of [
      await ask(door, "auth.me", ada.bearer),
      await ask(door, "auth.me"),
      await ask(door, "nothing"),
      await send(door, "/api/trpc/auth.me", { method: "PUT" }),
      await send(door, "/api/imports", {
        method: "POST",
        headers: { "content-type": "text/plain" },
      }),
      await send(door, "/api/auth/session"),
      await send(door, "/api/nothing"),
    ]) {
      expect(answer.headers).toMatchObject({
        "content-type": expect.stringMatching(/^application\/json/),
        "cache-control": expect.stringMatching(/^private,.* no-store$/),
        "content-security-policy": expect.stringMatching(
          /^default-src 'none'; frame-ancestors 'none'/,
        ),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": expect.stringContaining("camera=()"),
      });
      expect(answer.headers).not.toHaveProperty("x-powered-by");
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
      expect(answer.headers).not.toHaveProperty("strict-transport-security");
    }
  });

  describe("runs nothing", () => {
    const path = "/api/trpc/auth.signOutEverywhere";
    test.each([
      ["of a method that is not its own", 405, { method: "GET" }],
      ["by PUT", 405, { method: "PUT", headers: json }],
      ["by DELETE", 405, { method: "DELETE" }],
      ["by HEAD", 405, { method: "HEAD" }],
      ["by OPTIONS", 405, { method: "OPTIONS" }],
      ["as a form", 415, { headers: { "content-type": "application/x-www-form-urlencoded" } }],
      ["as text", 415, { headers: { "content-type": "text/plain" } }],
      ["as bytes", 415, { headers: { "content-type": "application/octet-stream" } }],
      ["without a type", 415, {}],
      [
        "as a multipart form",
        415,
        { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--\r\n" },
      ],
      ["from another site", 403, { headers: { ...json, origin: "https://evil.example" } }],
      ["from a sibling domain", 403, { headers: { ...json, "sec-fetch-site": "same-site" } }],
      ["from a sandbox", 403, { headers: { ...json, origin: "null" } }],
    ])("%s", async (_how, status, sent: { method?: string; headers?: object; body?: string }) => {
      const headers = { ...sent.headers, ...ada.bearer } as Record<string, string>;
      const answer = await send(door, path, { method: "POST", body: "{}", ...sent, headers });
      expect(answer.status).toBe(status);
      expect(answer.headers["x-slacky-door"]).toBe(name);
      expect(await isSignedIn()).toBe(true);
    });
  });

  test("takes a call from our own pages", async () => {
    const headers = { ...ada.bearer, origin: door.url, "sec-fetch-site": "same-origin" };
    expect((await ask(door, "auth.me", headers)).status).toBe(200);
  });

  test.each([
    ["a megabyte and more, announced", 413, "auth.token", `"${"x".repeat(1_000_000)}"`],
    ["a megabyte and more, chunked", 413, "auth.token", Array(50).fill(" ".repeat(100_000))],
    ["JSON 100,000 deep", 400, "auth.token", '{"a":'.repeat(100_000)],
    ["JSON cut short", 400, "auth.token", "{"],
    ["nothing", 400, "auth.token", ""],
    ["a batch that is a list", 400, "auth.token?batch=1", "[]"],
    ["bytes that are no text", 400, "auth.token", Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ])("refuses %s", async (_what, status, procedure, body) => {
    const answer = await send(door, `/api/trpc/${procedure}`, {
      method: "POST",
      headers: json,
      body,
    });
    expect(answer.status).toBe(status);
    expect(answer.headers["x-slacky-door"]).toBe(name);
    expect(answer.text.length).toBeLessThan(2000);
  });

  test("answers ten calls in one request, and refuses eleven before it runs one", async () => {
    const batch = (size: number) =>
      `${Array(size).fill("auth.signOutEverywhere").join(",")}?batch=1`;
    const refused = await call(door, batch(11), {}, ada.bearer);
    expect([refused.status, errorOf(refused)]).toEqual([400, "BAD_REQUEST"]);
    expect(await isSignedIn()).toBe(true);
    const ten = `${Array(10).fill("auth.me").join(",")}?batch=1`;
    expect((await ask(door, ten, ada.bearer)).json).toHaveLength(10);
  });

  test.each([
    ["nothing", 404, "NOT_FOUND"],
    ["auth", 404, "NOT_FOUND"],
    ["auth.__proto__", 404, "NOT_FOUND"],
    ["constructor", 404, "NOT_FOUND"],
    ["auth.me?connectionParams=x", 400, "PARSE_ERROR"],
    [`auth.me?input=${"%5B".repeat(21)}`, 400, undefined],
  ])("answers the path %j with %d", async (path, status, code) => {
    const answer = await ask(door, path);
    expect(answer.status).toBe(status);
    if (code) expect(errorOf(answer)).toBe(code);
  });

  describe("a browser", () => {
    test("signs in with a form, and its cookie works on the API", async () => {
      const { answer, cookie } = await postSignIn(door, { email: ada.email, password });
      expect(answer.json).toEqual({ url: `${door.url}/` });
      const [session] = answer.headers["set-cookie"]!.filter((line) => line.includes("session"));
      expect(session).toMatch(/^slacky-session-[0-9a-f]{8}=.*; HttpOnly; SameSite=Lax$/);
      expect(
        dataOf<{ user: { email: string } }>(await ask(door, "auth.me", { cookie })).user.email,
      ).toBe(ada.email);
    });

    test("is told the same for a wrong password and for an unknown address", async () => {
      const wrong = await postSignIn(door, { email: ada.email, password: "wrong" });
      const unknown = await postSignIn(door, { email: "nobody@example.test", password });
      expect(wrong.answer.status).toBe(401);
      expect([unknown.answer.status, unknown.answer.text]).toEqual([401, wrong.answer.text]);
    });

    test("has no session left on the server when it has signed out", async () => {
      const { cookie, csrfToken } = await postSignIn(door, { email: ada.email, password });
      const answer = await send(door, "/api/auth/signout", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", cookie },
        body: new URLSearchParams({ csrfToken, json: "true" }).toString(),
      });
      expect(answer.status).toBe(200);
      expect(errorOf(await ask(door, "auth.me", { cookie }))).toBe("UNAUTHORIZED");
    });

    test("with a cookie and a bearer token is whom the token says", async () => {
      const other = await newPerson(door);
      const { cookie } = await postSignIn(door, { email: ada.email, password });
      const both = await ask(door, "auth.me", { cookie, ...other.bearer });
      expect(dataOf<{ user: { email: string } }>(both).user.email).toBe(other.email);
      const broken = await ask(door, "auth.me", { cookie, authorization: "Bearer %" });
      expect(errorOf(broken)).toBe("UNAUTHORIZED");
    });

    test("with a bearer token in its cookie, or a cookie as its bearer, is nobody", async () => {
      const { answer, cookie } = await postSignIn(door, { email: ada.email, password });
      const sessionName = /slacky-session-[0-9a-f]+/.exec(cookie)![0];
      const value = new RegExp(`${sessionName}=([^;]+)`).exec(
        answer.headers["set-cookie"]!.join("\n"),
      )![1]!;
      const swapped = [
        { cookie: `${sessionName}=${ada.token}` },
        { authorization: `Bearer ${value}` },
      ];
      for (const headers of swapped) {
        expect(errorOf(await ask(door, "auth.me", headers as Record<string, string>))).toBe(
          "UNAUTHORIZED",
        );
      }
    });

    test.each(["%", "%E0%A4%A", "abc", "a.b.c", ""])(
      "with the cookie %j is signed out",
      async (value) => {
        const { cookie } = await postSignIn(door, { email: ada.email, password });
        const broken = cookie.replace(/(slacky-session-[0-9a-f]+)=.*/, `$1=${value}`);
        expect((await ask(door, "auth.me", { cookie: broken })).status).toBe(401);
        const session = await send(door, "/api/auth/session", { headers: { cookie: broken } });
        expect([session.status, session.json]).toEqual([200, {}]);
        expect((await send(door, "/", { headers: { cookie: broken } })).status).toBe(307);
      },
    );
  });

  const form = { "content-type": "application/x-www-form-urlencoded" };
  test.each([
    ["a body of unknown length", 411, { headers: form, body: ["a=", "1"] }],
    ["a body over 64 KB", 413, { headers: form, body: "x".repeat(64_001) }],
    [
      "another site's form",
      403,
      { headers: { ...form, origin: "https://evil.example" }, body: "a=1" },
    ],
    [
      "a multipart form",
      415,
      { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "x" },
    ],
    ["JSON cut short", 400, { headers: json, body: "{" }],
  ])("refuses %s to sign in", async (_what, status, sent) => {
    const headers = sent.headers as Record<string, string>;
    const answer = await send(door, "/api/auth/callback/credentials", {
      method: "POST",
      body: sent.body,
      headers,
    });
    expect(answer.status).toBe(status);
  });

  test.each([
    '{"email":["a"],"password":{"b":1}}',
    '{"callbackUrl":{"a":1}}',
    '{"callbackUrl":"nonsense"}',
    "[]",
    "null",
    "1",
  ])("makes nothing of the sign-in %s, and no fault either", async (body) => {
    for (const route of ["callback/credentials", "signin/credentials", "signout"]) {
      const answer = await send(door, `/api/auth/${route}`, {
        method: "POST",
        headers: json,
        body,
      });
      expect(answer.status).toBeLessThan(500);
    }
  });

  test("sends nobody to another site after signing in", async () => {
    const signIn = (callbackUrl: string, headers = {}) =>
      send(door, `/api/auth/signin?${new URLSearchParams({ callbackUrl })}`, { headers });
    for (const asked of [
      "https://evil.example/",
      "//evil.example",
      "http://localhost.evil.example",
    ]) {
      const { headers } = await signIn(asked);
      const home = encodeURIComponent(door.url);
      expect(headers.location).toBe(`/sign-in?callbackUrl=${home}`);
    }
    expect((await signIn("nonsense")).status).toBe(400);
  });

  test("forgets a broken address in a cookie of next-auth's own", async () => {
    const [line] = (await send(door, "/api/auth/csrf")).headers["set-cookie"]!.filter((one) =>
      one.startsWith("slacky-callback"),
    );
    const [callback] = line!.split("=");
    const answer = await send(door, "/api/auth/session", {
      headers: { cookie: `${callback}=nonsense` },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers["set-cookie"]?.join()).toContain(`${callback}=; Path=/; Max-Age=0`);
  });

  test("takes a file into a workspace, and from nobody else", async () => {
    const { id } = dataOf<{ id: string }>(
      await call(door, "workspaces.create", { name: "Acme" }, ada.bearer),
    );
    const body = "Issue key,Summary,Status\r\nDEMO-1,First,To Do\r\n";
    const upload = (headers: Record<string, string>) =>
      send(door, `/api/imports?workspaceId=${id}&fileName=export.csv`, {
        method: "POST",
        body,
        headers,
      });
    const csv = { "content-type": "text/csv" };
    expect((await upload(csv)).status).toBe(401);
    expect((await upload({ ...csv, ...(await newPerson(door)).bearer })).status).toBe(404);
    expect((await upload({ ...csv, ...ada.bearer, origin: "https://evil.example" })).status).toBe(
      403,
    );
    const taken = await upload({ ...csv, ...ada.bearer });
    expect(taken.json).toMatchObject({ totals: { created: 1 } });
    expect([taken.status, taken.headers["x-slacky-door"]]).toEqual([200, name]);
  });

  describe("a page", () => {
    const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1];

    test("carries a nonce of this response alone, on its policy and on every script", async () => {
      const pages = [await send(door, "/sign-in"), await send(door, "/sign-in")];
      const nonces = pages.map(({ headers }) => nonceOf(headers["content-security-policy"]));
      expect(new Set(nonces).size).toBe(2);
      for (const [i, { status, text, headers }] of pages.entries()) {
        expect(status).toBe(200);
        expect(headers["cache-control"]).toContain("no-store");
        expect(headers["content-security-policy"]).toContain("'strict-dynamic'");
        expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
        const scripts = text.match(/<script\b[^>]*>/g) ?? [];
        expect(scripts.length).toBeGreaterThan(3);
        for (const script of scripts) expect(script).toContain(`nonce="${nonces[i]}"`);
      }
    });

    test("does not take its nonce, nor who may see it, from a stranger's headers", async () => {
      const headers = {
        "x-nonce": "evil-nonce",
        "content-security-policy": "script-src 'nonce-evil-nonce'",
        "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy",
        "x-middleware-rewrite": "/evil",
        "x-middleware-override-headers": "x-nonce",
      };
      const page = await send(door, "/sign-in", { headers });
      expect(page.text).not.toContain("evil-nonce");
      expect(nonceOf(page.headers["content-security-policy"])).toBeDefined();
      expect((await send(door, "/", { headers })).headers.location).toBe("/sign-in");
    });

    test("that is not there, redirects or is a file has the same guards", async () => {
      const script = /\/_next\/static\/[^"]+\.js/.exec((await send(door, "/sign-in")).text)![0];
      const answers = await Promise.all(
        ["/nowhere", "/", "/sign-in/", "/icon.svg", script, "/_next/static/nothing.js"].map(
          (path) => send(door, path),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([404, 307, 308, 200, 200, 404]);
      // Next redirects before it looks at anybody's headers; our server has set them by then.
      const guarded = answers.filter(({ status }) => name === "node" || status !== 308);
      for (const { headers } of guarded) {
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["referrer-policy"]).toBe("same-origin");
        expect(headers["x-frame-options"]).toBe("DENY");
        expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      }
      expect(answers[4]!.headers["cache-control"]).toContain("immutable");
    });
  });
});
