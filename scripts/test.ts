import { join } from "node:path";
import { type Embedded, startEmbedded } from "@slacky/db/embedded";
import type { Ground } from "./bootstrap.mjs";
import { browserTests } from "./browser-tests";
import { build } from "./build";
import { findChromium } from "./find-chromium";
import { findRedis } from "./find-redis";
import { packageTests } from "./package-tests";
import { Refusal, Stopped } from "./refusal.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";
import { withoutSettings } from "./settings.mjs";
import { noTests, type Tally } from "./tally";
import { openTestFolder } from "./test-folder";

/** `npm test`: every check there is, on a PostgreSQL and a server of its own. */
export async function main({ root, settings, tools }: Ground): Promise<void> {
  // Nothing that a person set for their own Slacky may reach a test.
  const ground = { root, settings, tools: withoutSettings(tools) };
  const chromium = await findChromium(ground.root, ground.tools);
  await findRedis(ground.root, ground.tools);
  const folder = await openTestFolder();
  let database: Embedded | undefined;
  try {
    const dataDir = join(folder.path, "data");
    database = await startEmbedded({ dataDir, log: say, fsync: false });
    const place = { folder, adminUrl: database.adminUrl, chromium };

    const results = [
      await step("lint", () => script(ground, "lint")),
      await step("types", () => script(ground, "typecheck")),
      // Before the tests: some of them start what it makes.
      await step("build", () => build(ground).then(() => noTests)),
      await step("unit and PostgreSQL tests", () => packageTests(ground, place)),
      await step("browser tests", () => browserTests(ground, place)),
    ];
    const total = (of: keyof Tally) => results.reduce((sum, { tally }) => sum + tally[of], 0);
    console.log();
    for (const { line } of results) console.log(line);
    console.log(`${total("passed")} passed, ${total("failed")} failed`);
    process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
  } finally {
    await database?.stop();
    await folder.remove();
  }
}

interface Result {
  passed: boolean;
  tally: Tally;
  line: string;
}

/** Runs one step and times it. A failed one does not keep the others from being seen. */
async function step(name: string, work: () => Promise<Tally>): Promise<Result> {
  say(`${name} …`);
  const began = performance.now();
  let tally = noTests;
  let passed = true;
  try {
    tally = await work();
    passed = tally.failed === 0;
  } catch (error) {
    if (error instanceof Stopped) throw error;
    console.error(error instanceof Refusal ? error.message : error);
    passed = false;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const line = `${passed ? "passed" : "FAILED"}  ${name} (${seconds} s)`;
  say(line);
  return { passed, tally, line };
}

async function script({ root, tools }: Ground, name: string): Promise<Tally> {
  const { code } = await run("pnpm", ["run", name], { cwd: root, env: tools });
  if (code !== 0) throw new Refusal(`\`pnpm run ${name}\` failed.`);
  return noTests;
}
