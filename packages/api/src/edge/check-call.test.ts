import { describe, expect, test } from "vitest";

import { refuseCall } from "./check-call";

const appUrl = "http://localhost:3000";
const json = { "content-type": "application/json" };

function status(
  headers: Record<string, string>,
  { method = "POST", path = "auth.me", query = "" } = {},
): number | undefined {
  const head = { method, path, query: new URLSearchParams(query), headers: new Headers(headers) };
  return refuseCall(head, appUrl)?.status;
}

describe("a call passes", () => {
  test("from a program", () => expect(status(json)).toBeUndefined());
  test("with an Idempotency-Key, also as a batch of one", () =>
    expect(status({ ...json, "idempotency-key": "k" }, { query: "batch=1" })).toBeUndefined());
  test("as a query", () => expect(status({}, { method: "GET" })).toBeUndefined());
  test("with a charset", () =>
    expect(status({ "content-type": "Application/JSON; charset=utf-8" })).toBeUndefined());
  test.each([
    ["our own page", { origin: appUrl, "sec-fetch-site": "same-origin" }],
    ["a typed address", { "sec-fetch-site": "none" }],
    ["our page at an IP address", { origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000" }],
    ["our page at ::1", { origin: "http://[::1]:3000", host: "[::1]:3000" }],
  ])("from %s", (_from, headers) => expect(status({ ...json, ...headers })).toBeUndefined());
});

describe("a call is refused", () => {
  test.each(["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"])("by %s", (method) => {
    expect(status(json, { method })).toBe(405);
  });

  test.each([
    "",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/octet-stream",
    "application/jsonp",
    "text/plain; application/json",
  ])("as %j", (type) => expect(status({ "content-type": type })).toBe(415));

  test("compressed: nothing here would unpack it", () => {
    expect(status({ ...json, "content-encoding": "gzip" })).toBe(415);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["no site at all", { origin: "null" }],
    ["another scheme", { origin: "https://localhost:3000" }],
    ["another port", { origin: "http://localhost:3001", host: "localhost:3000" }],
    ["an address that begins as ours", { origin: "http://localhost:3000.evil.example" }],
    ["a name pointed at us", { origin: "http://evil.example:3000", host: "evil.example:3000" }],
    ["a cross-site page", { "sec-fetch-site": "cross-site" }],
    ["a sibling domain", { "sec-fetch-site": "same-site", origin: appUrl }],
  ])("from %s", (_from, headers) => {
    expect(status({ ...json, ...headers })).toBe(403);
    expect(status(headers, { method: "GET" })).toBe(403);
  });

  test("over a megabyte, by what it says of itself", () => {
    expect(status({ ...json, "content-length": "1000000" })).toBeUndefined();
    expect(status({ ...json, "content-length": "1000001" })).toBe(413);
  });

  test.each(["%", "%E0%A4%A", "auth.me%"])("on the broken path %s", (path) => {
    expect(status({}, { method: "GET", path })).toBe(400);
  });

  test.each(["tickets.create,tickets.move", "tickets.create%2Ctickets.move"])(
    "with an Idempotency-Key, when it is the batch %s",
    (path) => {
      expect(status({ ...json, "idempotency-key": "k" }, { path })).toBe(400);
      expect(status({ ...json, "idempotency-key": "k" }, { path, query: "batch=1" })).toBe(400);
      expect(status(json, { path, query: "batch=1" })).toBeUndefined();
    },
  );

  test.each(["input", "connectionParams"])("with a query's %s nested too deep", (name) => {
    const nested = (depth: number) => `${name}=${encodeURIComponent("[".repeat(depth))}`;
    expect(status({}, { method: "GET", query: nested(20) })).toBeUndefined();
    expect(status({}, { method: "GET", query: nested(21) })).toBe(400);
  });
});
