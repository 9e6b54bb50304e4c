import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ground } from "./bootstrap.mjs";
import { run } from "./run.mjs";
import { type Tally, vitestTally } from "./tally";
import type { TestFolder } from "./test-folder";

interface Options {
  folder: TestFolder;
  adminUrl: string;
}

/** Vitest in each package that has tests, one package after the other: they share a machine and a PostgreSQL. */
export async function packageTests(
  { root, tools }: Ground,
  { folder, adminUrl }: Options,
): Promise<Tally> {
  const sum = { passed: 0, failed: 0 };
  for (const name of testedPackages(root)) {
    const report = join(folder.path, `${name.replaceAll("/", "-")}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code } = await run("pnpm", ["--filter", name, "exec", "vitest", "run", ...reporters], {
      cwd: root,
      env: { ...tools, TEST_DATABASE_URL: adminUrl },
      started: folder.held.started,
    });
    const { passed, failed } = vitestTally(report);
    sum.passed += passed;
    // An error outside any test leaves no failed test in the report.
    sum.failed += failed === 0 && code !== 0 ? 1 : failed;
  }
  return sum;
}

function testedPackages(root: string): string[] {
  const nested = ["packages", "apps"].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name)),
  );
  return [...nested, join(root, "scripts")]
    .map((folder) => join(folder, "package.json"))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")))
    .filter(({ scripts }) => scripts?.test)
    .map(({ name }) => name as string);
}
