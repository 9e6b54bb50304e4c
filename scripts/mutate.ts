import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { type Mutation, mutations } from "./mutations";

const root = resolve(import.meta.dirname, "..");

/** A copy of the packages to break, on the dependencies of this checkout. */
async function copyOfPackages(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "slacky-mutate-"));
  for (const part of ["packages", "tsconfig.base.json"]) {
    await cp(join(root, part), join(copy, part), { recursive: true, verbatimSymlinks: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** The names of the tests that failed; none when all are green. */
async function failures(copy: string, { package: name, tests }: Mutation): Promise<string[]> {
  const report = join(copy, "report.json");
  await rm(report, { force: true });
  const cwd = join(copy, "packages", name);
  const args = ["exec", "vitest", "run", ...tests, "--reporter=json", `--outputFile=${report}`];
  await new Promise((done) => spawn("pnpm", args, { cwd, stdio: "ignore" }).on("exit", done));
  const { testResults } = JSON.parse(await readFile(report, "utf8")) as {
    testResults: {
      status: string;
      name: string;
      assertionResults: { status: string; title: string }[];
    }[];
  };
  return testResults.flatMap(({ status, name: file, assertionResults }) => {
    const red = assertionResults.filter((one) => one.status === "failed").map((one) => one.title);
    return red.length > 0 || status === "passed" ? red : [`${file} did not run`];
  });
}

const only = process.argv[2];
const copy = await copyOfPackages();
const survivors: string[] = [];
try {
  for (const mutation of mutations.filter(({ name }) => !only || name.includes(only))) {
    const file = join(copy, mutation.file);
    const whole = await readFile(file, "utf8");
    if (!whole.includes(mutation.from))
      throw new Error(`${mutation.name}: ${mutation.file} has no such text`);
    await writeFile(file, whole.replaceAll(mutation.from, mutation.to));
    const red = await failures(copy, mutation);
    await writeFile(file, whole);
    if (red.length === 0) survivors.push(mutation.name);
    console.log(
      `| ${mutation.name} | ${red[0] ?? "**survived**"}${red.length > 1 ? ` (+${red.length - 1})` : ""} |`,
    );
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
console.log(`${mutations.length} taken out, ${survivors.length} survived`);
process.exitCode = survivors.length === 0 ? 0 : 1;
