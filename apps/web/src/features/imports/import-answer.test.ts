import { expect, test } from "vitest";

import { importAnswer } from "./import-answer";

const report = {
  batchId: "b",
  projects: [],
  totals: { created: 0, unchanged: 60, skipped: 0 },
  losses: [],
  rowErrors: [],
  rowErrorTotal: 0,
};

test("a report is taken as it is", () => {
  expect(importAnswer(200, report)).toEqual({ ok: true, report });
});

test("a refused file keeps the server's sentence and the place in the file", () => {
  const error = { message: "A quote is never closed.", line: 17, column: 3 };
  expect(importAnswer(400, { error })).toEqual({
    ok: false,
    failure: { kind: "refused", ...error },
  });
});

test.each([
  [401, { error: { message: "Sign in to continue" } }, "signedOut"],
  [403, { error: { message: "No" } }, "forbidden"],
  [409, { error: { message: "Taken" } }, "refused"],
  [502, null, "unknown"],
  [500, "<html>", "unknown"],
  [200, { error: { message: "odd" } }, "unknown"],
])("%i with %j is %s", (status, body, kind) => {
  expect(importAnswer(status, body)).toMatchObject({ ok: false, failure: { kind } });
});
