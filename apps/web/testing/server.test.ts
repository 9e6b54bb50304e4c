import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { adminUrl } from "@slacky/db/testing/databases";
import { afterEach, describe, expect, test } from "vitest";

import { cuttableLine } from "./cuttable-line";
import { freePort } from "./free-port";
import { newPerson, password, postSignIn } from "./people";
import { ask, call, errorOf, send } from "./send";
import { type Door, run, SECRET, startDoor } from "./start-door";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function server(options: Parameters<typeof startDoor>[1] = {}): Promise<Door> {
  const door = await startDoor("node", options);
  open.push(door.close);
  return door;
}

/** A connection to write a request on piece by piece. */
async function dial({ port }: Door): Promise<{ socket: Socket; answer: () => Promise<string> }> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  open.push(() => socket.destroy());
  let text = "";
  socket.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  const closed = once(socket, "close");
  return { socket, answer: () => closed.then(() => text) };
}

/** Settles once nobody listens on the port any more. */
async function deaf({ port }: Door): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const refused = await new Promise((resolve) => {
      socket.on("connect", () => resolve(false)).on("error", () => resolve(true));
    });
    socket.destroy();
    if (refused) return;
  }
}

describe("starting", () => {
  const settings = { DATABASE_URL: "postgres://u:canary-db@127.0.0.1:1/none", AUTH_SECRET: SECRET };

  test("with wrong settings says all that is wrong, no secret, and exits 1", async () => {
    const program = run(["dist/server.mjs"], {
      AUTH_SECRET: "canary",
      PORT: "x",
      DATABASE_URL: "canary",
    });
    expect(await program.exit).toBe(1);
    expect(program.output()).toBe(
      [
        "These settings are not right:",
        "  DATABASE_URL must be set, as postgres://user:password@host/name",
        "  AUTH_SECRET must be at least 32 characters: openssl rand -base64 32 makes one",
        "  PORT must be a port number, from 1 to 65535",
        "",
      ].join("\n"),
    );
  });

  test("without a database says so and exits 1", async () => {
    const program = run(["dist/server.mjs"], { ...settings, PORT: `${await freePort()}` });
    expect(await program.exit).toBe(1);
    expect(program.output()).toContain("127.0.0.1:1");
    expect(program.output()).not.toContain("canary");
  });

  test("on a taken port says so and exits 1", async () => {
    const first = await server();
    const second = run(["dist/server.mjs"], {
      ...settings,
      DATABASE_URL: first.databaseUrl,
      PORT: `${first.port}`,
    });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Port ${first.port} is taken`);
  });
});

describe("the probes", () => {
  test("say that it lives, and whether the database answers", async () => {
    const line = await cuttableLine(new URL(adminUrl()));
    open.push(line.close);
    const door = await server({ through: line.through });
    const ada = await newPerson(door);
    const probes = async () => [
      (await send(door, "/livez")).status,
      (await send(door, "/readyz")).status,
    ];
    expect(await probes()).toEqual([200, 200]);

    line.cut();
    expect(await probes()).toEqual([200, 503]);
    const refused = await ask(door, "auth.me", ada.bearer);
    expect([refused.status, errorOf(refused)]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    expect(refused.headers["retry-after"]).toBe("5");
    const { answer } = await postSignIn(door, { email: ada.email, password });
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "5"]);
    expect(answer.text).not.toContain("ECONN");

    line.mend();
    await expect.poll(() => probes(), { timeout: 20_000 }).toEqual([200, 200]);
    expect((await ask(door, "auth.me", ada.bearer)).status).toBe(200);
  });
});

test("the numbers are for the machine itself, and count what was asked for", async () => {
  const door = await server();
  await send(door, "/livez");
  const { status, text } = await send(door, "/metrics");
  expect(status).toBe(200);
  expect(text).toContain('slacky_request_seconds_count{route="/livez",status="2xx"} 1');
  expect(text).toContain("nodejs_eventloop_lag_seconds");
  const forwarded = await send(door, "/metrics", { headers: { "x-forwarded-for": "203.0.113.7" } });
  expect(forwarded.status).toBe(404);
});

describe("stopping", () => {
  const body = JSON.stringify({ email: "nobody@example.test", password });
  const head = [
    "POST /api/trpc/auth.token HTTP/1.1",
    "host: localhost",
    "content-type: application/json",
    `content-length: ${body.length}`,
  ].join("\r\n");

  test("finishes the request that runs, is not ready meanwhile, and exits 0", async () => {
    const door = await server();
    const running = await dial(door);
    running.socket.write(`${head}\r\n\r\n${body.slice(0, 10)}`);
    const probing = await dial(door);
    probing.socket.write("GET /readyz HTTP/1.1\r\nhost: localhost\r\n");
    const idle = await dial(door);
    idle.socket.write("GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n");
    await once(idle.socket, "data");

    door.process.kill("SIGTERM");
    await deaf(door);
    expect(await idle.answer()).toContain("HTTP/1.1 200");
    probing.socket.write("\r\n");
    expect(await probing.answer()).toMatch(/^HTTP\/1.1 503[\s\S]*connection: close/i);
    running.socket.write(body.slice(10));
    expect(await running.answer()).toMatch(/^HTTP\/1.1 401[\s\S]*connection: close/i);
    expect(await door.exit).toBe(0);
  });

  test.each(["SIGINT", "SIGHUP"] as const)("%s stops it too", async (signal) => {
    const door = await server();
    door.process.kill(signal);
    expect(await door.exit).toBe(0);
  });

  test("it goes when whoever started it has gone", async () => {
    const door = await server();
    door.process.disconnect();
    expect(await door.exit).toBe(0);
  });
});

describe("running", () => {
  test("the server and Next share one pool", async () => {
    const line = await cuttableLine(new URL(adminUrl()));
    open.push(line.close);
    // The worker has a pool of its own, on purpose.
    const door = await server({ through: line.through, settings: { WORKER: "off" } });
    const ada = await newPerson(door);
    const { cookie } = await postSignIn(door, { email: ada.email, password });
    await Promise.all(
      Array.from({ length: 30 }, () => [
        ask(door, "auth.me", ada.bearer),
        send(door, "/welcome", { headers: { cookie } }),
        send(door, "/", { headers: { cookie } }),
      ]).flat(),
    );
    expect(line.count()).toBe(10);
  });

  test("nothing secret is in the log", async () => {
    const door = await server();
    const ada = await newPerson(door);
    const { cookie } = await postSignIn(door, { email: ada.email, password });
    await postSignIn(door, { email: ada.email, password: `${password}-wrong` });
    await call(door, "auth.register", { name: "A", email: ada.email, password });
    await ask(door, `auth.me?input=${encodeURIComponent(JSON.stringify(password))}`, ada.bearer);
    await send(door, `/invite/${"canary".repeat(5)}`, { headers: { cookie } });
    await send(door, "/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: `{"password":"${password}`,
    });
    door.process.kill("SIGTERM");
    await door.exit;

    const lines = door
      .output()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    const paths = lines.map((line) => (JSON.parse(line) as { path?: string }).path);
    expect(paths).toContain("/api/trpc/auth.token");
    expect(paths).toContain("/invite/\u2026");
    const session = /slacky-session-[0-9a-f]+=([^;]+)/.exec(cookie)![1]!;
    const secrets = [
      SECRET,
      password,
      ada.token,
      session,
      "canary",
      new URL(door.databaseUrl).password,
    ];
    for (const secret of secrets) expect(door.output()).not.toContain(secret);
  });

  test("an address that is not a plain path is refused, and nothing is upgraded", async () => {
    const door = await server();
    await send(door, "/sign-in");
    const upgrade = [
      "connection: upgrade, close",
      "upgrade: websocket",
      "sec-websocket-key: eA==",
      "sec-websocket-version: 13",
    ].join("\r\n");
    for (const [line, headers, status] of [
      ["GET http://evil.example/ HTTP/1.1", "connection: close", 400],
      ["GET //evil.example/ HTTP/1.1", "connection: close", 400],
      ["OPTIONS * HTTP/1.1", "connection: close", 400],
      ["GET /api/trpc/auth.me%E0 HTTP/1.1", "connection: close", 400],
      ["GET /w/%E0%A4%A HTTP/1.1", "connection: close", 400],
      ["GET /livez HTTP/1.1", upgrade, 200],
    ] as const) {
      const { socket, answer } = await dial(door);
      socket.write(`${line}\r\nhost: localhost\r\n${headers}\r\n\r\n`);
      expect([line, (await answer()).slice(0, 12)]).toEqual([line, `HTTP/1.1 ${status}`]);
    }
  });

  test("under https the cookie is bound to this host, and browsers are told to stay", async () => {
    const door = await server({ settings: { APP_URL: "https://board.example.test" } });
    for (const path of ["/livez", "/sign-in", "/api/auth/session", "/api/trpc/auth.me"]) {
      const { headers } = await send(door, path);
      expect(headers["strict-transport-security"]).toContain("max-age=31536000");
    }
    const ada = await newPerson(door);
    const { answer, cookie } = await postSignIn(door, { email: ada.email, password });
    const session = answer.headers["set-cookie"]!.find((line) => line.includes("session"));
    expect(session).toMatch(
      /^__Host-slacky-session-[0-9a-f]{8}=.*; Path=\/;.*; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await ask(door, "auth.me", { cookie })).status).toBe(200);
    const bare = cookie.replaceAll("__Host-", "");
    expect((await ask(door, "auth.me", { cookie: bare })).status).toBe(401);
  });
});
