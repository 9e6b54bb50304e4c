import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { Refusal } from "./refusal.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium that runs, for the browser tests; Debian's package is installed when there is none and we may. */
export async function findChromium(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (await runs(asked, env)) return asked;
    throw new Refusal(`CHROMIUM_PATH is ${asked}, which does not run as a browser.`);
  }
  const found = await firstThatRuns(env);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium with apt-get");
    const apt = { cwd: root, env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, quiet: true };
    await run("apt-get", ["update"], apt);
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], apt);
    const installed = await firstThatRuns(env);
    if (installed) return installed;
  }
  throw new Refusal(
    "The browser tests need Chromium, and none was found. Install it with: sudo apt-get install chromium  (or: npx playwright install --with-deps chromium), or name one with CHROMIUM_PATH.",
  );
}

async function firstThatRuns(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const candidate of [...onThePath(env), ...playwrights(), ...applications]) {
    if (existsSync(candidate) && (await runs(candidate, env))) return candidate;
  }
  return undefined;
}

/** Being there is not enough: some systems put a script in its place that only gives advice. */
async function runs(browser: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const { code, output } = await run(browser, ["--version"], { cwd: "/", env, quiet: true }).catch(
    (error) => {
      if (error.code === undefined) throw error;
      return { code: 1, output: "" };
    },
  );
  return code === 0 && /chrom/i.test(output);
}

function onThePath({ PATH = "" }: NodeJS.ProcessEnv): string[] {
  return PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/** What `playwright install` has downloaded for this user, the newest first. */
function playwrights(): string[] {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache", "ms-playwright");
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  return builds
    .sort()
    .reverse()
    .flatMap((name) =>
      [
        "chrome-linux/chrome",
        "chrome-linux64/chrome",
        "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
        "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      ].map((program) => join(cache, name, program)),
    );
}

const applications = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
