import { readFileSync } from "node:fs";

export interface Tally {
  passed: number;
  failed: number;
}

export const noTests: Tally = { passed: 0, failed: 0 };

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/** A file that could not even be loaded holds no failed test, and counts as one. */
export function vitestTally(reportFile: string): Tally {
  const report = read<VitestReport>(reportFile);
  if (!report) return unreported;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** A test that passed only when repeated counts as failed: nothing here may depend on luck. */
export function playwrightTally(reportFile: string): Tally {
  const report = read<PlaywrightReport>(reportFile);
  if (!report) return unreported;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/** A run that ended without a report has failed, whatever it did before. */
const unreported: Tally = { passed: 0, failed: 1 };

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
