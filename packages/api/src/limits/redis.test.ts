import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { startRedis } from "../testing/redis-server";
import { type LimitName, limits } from "./limits";
import { type OpenLimiter, openLimiter } from "./open-limiter";

let redis: Awaited<ReturnType<typeof startRedis>>;
const open: OpenLimiter[] = [];
let key = 0;

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const limiter of open.splice(0)) await limiter.close();
});
afterAll(() => redis.kill());

/** As one of several processes has it. */
function aProcess(onOutage: () => void = () => {}, settings: object = { REDIS_URL: redis.url }) {
  const limiter = openLimiter({ RATE_LIMIT_FACTOR: 1, ...settings }, onOutage);
  open.push(limiter);
  const take = (limit: LimitName, of = `${key}`) => limiter.take([{ limit, key: of }]);
  return {
    take,
    /** How many of so many tries were let through. */
    async let(tries: number, limit: LimitName, of = `${key}`) {
      const answers = await Promise.all(Array.from({ length: tries }, () => take(limit, of)));
      return answers.filter((wait) => wait === null).length;
    },
  };
}

test("without a Redis a process counts for itself, exactly", async () => {
  const alone = aProcess(undefined, {});
  expect(await alone.let(30, "signInToAccount", "ada")).toBe(10);
  expect(await alone.let(30, "signInToAccount", "ben")).toBe(10);
  const wait = await alone.take("signInToAccount", "ada");
  expect(wait).toBeGreaterThan(890);
  expect(wait).toBeLessThanOrEqual(900);
});

test("the factor multiplies every limit", async () => {
  const wide = aProcess(undefined, { RATE_LIMIT_FACTOR: 2.5 });
  for (const name of Object.keys(limits) as LimitName[]) {
    expect(await wide.let(4000, name)).toBe(limits[name].most * 2.5);
  }
});

test("two processes share one count", async () => {
  key++;
  const [one, other] = [aProcess(), aProcess()];
  const allowed = await Promise.all([
    one.let(10, "signInToAccount"),
    other.let(10, "signInToAccount"),
  ]);
  expect(allowed[0] + allowed[1]).toBe(10);
  const wait = await aProcess().take("signInToAccount");
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(900);
});

test("a frozen Redis holds nobody up for long, opens no door, and is used again", async () => {
  key++;
  let outages = 0;
  const one = aProcess(() => outages++);
  expect(await one.take("user")).toBeNull();
  redis.freeze();
  try {
    // The library alone would wait for seconds; whole batches wait together, and once.
    expect(await one.let(40, "signInToAccount")).toBe(10);
    expect(await one.let(100, "user", "someone")).toBe(100);
    expect(outages).toBe(1);
  } finally {
    redis.thaw();
  }
  // Somebody else uses up what only the count in Redis can then refuse here.
  expect(await aProcess().let(50, "signInFromAddress")).toBe(50);
  await expect
    .poll(() => one.take("signInFromAddress"), { interval: 300, timeout: 12_000 })
    .not.toBeNull();
});

test("a Redis that was killed is no failure of a call, and an empty one opens no door", async () => {
  key++;
  let outages = 0;
  const one = aProcess(() => outages++);
  expect(await one.let(6, "signInToAccount")).toBe(6);
  await redis.kill();
  expect(await one.let(6, "signInToAccount")).toBe(4);
  expect(outages).toBe(1);
  await redis.startAgain();
  expect(await one.let(6, "signInToAccount")).toBe(0);
  // Other processes have their tries in the empty Redis, and share them again.
  const others = [aProcess(), aProcess()];
  const allowed = await Promise.all(others.map((other) => other.let(10, "signInToAccount")));
  expect(allowed[0]! + allowed[1]!).toBe(10);
});

test("over Upstash's REST, processes share a count too", async () => {
  key++;
  // Upstash's protocol in front of our Redis: commands made together are posted together.
  const client = new Redis(redis.url);
  const answer = ([name = "", ...args]: (string | number)[]) =>
    client.call(`${name}`, ...args.map((one) => `${one}`.replace(/^#!.*/, ""))).then(
      (result) => ({ result }),
      (error: Error) => ({ error: error.message }),
    );
  const rest = createServer(async (request, response) => {
    const commands = (await json(request)) as (string | number)[][];
    const known = request.url === "/pipeline" && request.headers.authorization === "Bearer a-token";
    response.writeHead(known ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(known ? await Promise.all(commands.map(answer)) : {}));
  });
  await once(rest.listen(0, "127.0.0.1"), "listening");
  const settings = {
    UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${(rest.address() as AddressInfo).port}`,
    UPSTASH_REDIS_REST_TOKEN: "a-token",
  };
  try {
    let outages = 0;
    const [one, other] = [aProcess(() => outages++, settings), aProcess(() => outages++, settings)];
    expect(await one.let(7, "signInToAccount")).toBe(7);
    expect(await other.let(7, "signInToAccount")).toBe(3);
    expect(outages).toBe(0);
    rest.closeAllConnections();
    rest.close();
    await once(rest, "close");
    expect(await other.let(7, "signInToAccount")).toBe(3);
    expect(outages).toBe(1);
  } finally {
    rest.closeAllConnections();
    rest.close();
    client.disconnect();
  }
});
