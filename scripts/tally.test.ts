import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightTally, vitestTally } from "./tally";

const folder = mkdtempSync(join(tmpdir(), "slacky-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("a test file that could not be loaded counts as a failed test", () => {
  const testResults = [
    { status: "passed", assertionResults: [{ status: "passed" }] },
    { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
    { status: "failed", assertionResults: [] },
  ];
  const file = report({ numPassedTests: 2, numFailedTests: 1, testResults });
  expect(vitestTally(file)).toEqual({ passed: 2, failed: 2 });
});

test("a flaky browser test and an error outside the tests count as failed", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  expect(playwrightTally(report({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 3 });
});

test("a run without a report has failed", () => {
  expect(vitestTally(join(folder, "absent.json"))).toEqual({ passed: 0, failed: 1 });
  expect(playwrightTally(join(folder, "absent.json"))).toEqual({ passed: 0, failed: 1 });
});
