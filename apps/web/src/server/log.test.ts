import { describeError } from "@slacky/api/describe-error";
import { describe, expect, test } from "vitest";
import { dropInternalHeaders } from "./drop-internal-headers";
import { logPath } from "./log-path";

describe("an error in the log", () => {
  test("keeps its chain and its code, and no parameter of a statement", () => {
    const cause = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (email)=(canary) already exists.",
    });
    const error = new Error("Failed query: insert into passwords\nparams: canary,canary", {
      cause,
    });
    const described = describeError(error);
    expect(described).toMatchObject({
      message: "Failed query: insert into passwords",
      cause: { message: "duplicate key", code: "23505" },
    });
    expect(described.stack).toContain("log.test.ts");
    expect(JSON.stringify(described)).not.toContain("canary");
  });

  test("may be no error at all", () => {
    expect(describeError("canary")).toEqual({ name: "Thrown", message: "string" });
  });
});

test("a path in the log keeps names and ids, and no token", () => {
  const id = "01890000-0000-7000-8000-000000000001";
  expect(logPath(`/w/${id}/t/ENG-12`)).toBe(`/w/${id}/t/ENG-12`);
  expect(logPath("/api/trpc/auth.signOutEverywhere")).toBe("/api/trpc/auth.signOutEverywhere");
  expect(logPath(`/invite/${"aB3_".repeat(8)}`)).toBe("/invite/\u2026");
});

test("headers that only the server may set are dropped, and no others", () => {
  const headers = {
    "x-nonce": "evil",
    "content-security-policy": "evil",
    "x-middleware-subrequest": "evil",
    "x-invoke-path": "evil",
    "x-matched-path": "evil",
    "x-request-id": "job-4711",
    cookie: "a=b",
  };
  dropInternalHeaders(headers);
  expect(headers).toEqual({ "x-request-id": "job-4711", cookie: "a=b" });
});
