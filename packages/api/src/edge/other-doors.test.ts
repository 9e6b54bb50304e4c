import { describe, expect, test } from "vitest";

import { refuseImport } from "./check-import";
import { refuseSignIn } from "./check-sign-in";
import { requestIdOf } from "./request-id";

const appUrl = "http://localhost:3000";
type Head = Record<string, string>;

describe("a sign-in form", () => {
  const form = { "content-length": "64000", "content-type": "application/x-www-form-urlencoded" };
  const status = (headers: Head, { method = "POST", path = "callback/credentials" } = {}) =>
    refuseSignIn({ method, path, headers: new Headers(headers) }, appUrl)?.status;

  test("passes when it says its length", () => {
    expect(status(form)).toBeUndefined();
    expect(status({ ...form, "content-type": "application/json" })).toBeUndefined();
    expect(status({}, { method: "GET", path: "session" })).toBeUndefined();
  });
  test.each([
    ["too long", { "content-length": "64001" }, 413],
    ["of a nonsense length", { "content-length": "x" }, 413],
    ["from another site", { origin: "https://evil.example" }, 403],
    ["of another kind", { "content-type": "multipart/form-data; boundary=x" }, 415],
  ])("%s is refused", (_what, headers, expected) => {
    expect(status({ ...form, ...headers } as Head)).toBe(expected);
  });
  test("of unknown length is refused", () => {
    expect(status({ "content-type": "application/json" })).toBe(411);
  });
  test.each([
    ["GET", "callback/credentials", 404],
    ["POST", "_log", 404],
    ["POST", "session", 404],
    ["PUT", "session", 405],
  ])("%s %s is not a route of ours", (method, path, expected) => {
    expect(status(form, { method, path })).toBe(expected);
  });
});

describe("an upload", () => {
  const status = (headers: Head, method = "POST") =>
    refuseImport({ method, headers: new Headers(headers) }, appUrl)?.status;

  test.each(["text/csv", "application/gzip", "application/octet-stream"])(
    "passes as %s",
    (type) => {
      expect(status({ "content-type": type })).toBeUndefined();
    },
  );
  test.each(["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])(
    "is refused as %s, which any page may send anywhere",
    (type) => expect(status({ "content-type": type })).toBe(415),
  );
  test("is refused from another site, and by another method", () => {
    const csv = { "content-type": "text/csv" };
    expect(status({ ...csv, "sec-fetch-site": "cross-site" })).toBe(403);
    expect(status(csv, "GET")).toBe(405);
  });
});

describe("a request id", () => {
  const id = (given: string) => requestIdOf({ get: () => given });
  test("is the caller's own when it is fit for a log", () =>
    expect(id("job-4711.a:b")).toBe("job-4711.a:b"));
  test.each(["short", "with space!!", "line\nbreak", "x".repeat(129), '{"level":60}'])(
    "is a new one in place of %j",
    (given) => expect(id(given)).toMatch(/^[0-9a-f-]{36}$/),
  );
});
