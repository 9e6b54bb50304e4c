import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { Refusal } from "./refusal.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";

/**
 * An environment without what npm or the caller's shell would impose on the tools; where packages come from stays.
 * @param {NodeJS.ProcessEnv} from
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(from) {
  const source =
    /^npm_config_(registry|userconfig|globalconfig|cache|cafile|(https?_?)?proxy|no_?proxy|strict_ssl)$/i;
  const kept = Object.entries(from).filter(
    ([name]) =>
      name !== "NODE_ENV" && (!/^npm_(config|package|lifecycle)_/i.test(name) || source.test(name)),
  );
  return {
    ...Object.fromEntries(kept),
    DO_NOT_TRACK: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
  };
}

/**
 * Fetches the pinned pnpm through npm where it is missing, and returns an environment that finds it first.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export async function bringPnpm(root, env) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const version = packageManager.split("@")[1];
  const home = join(root, "node_modules", ".cache", `pnpm-${version}`);
  if (!existsSync(home)) {
    say(`Fetching pnpm ${version}`);
    // Renamed when whole: an interrupted download must not pass for pnpm.
    const draft = `${home}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, "package.json"), '{ "private": true }');
    await npmInstall(`pnpm@${version}`, draft, env);
    renameSync(draft, home);
  }
  return { ...env, PATH: [join(home, "node_modules", ".bin"), env.PATH].join(delimiter) };
}

/**
 * @param {string} what
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
async function npmInstall(what, cwd, env) {
  // Each flag overrules something that a person's .npmrc may say.
  const flags =
    "--global=false --save=false --package-lock=false --dry-run=false --ignore-scripts=false --include=prod --include=optional --prefer-offline --audit=false --fund=false --fetch-retries=1 --fetch-retry-mintimeout=1000";
  const npm = env.npm_execpath;
  const [command, first] =
    npm && basename(npm).startsWith("npm-cli") ? [process.execPath, [npm]] : ["npm", []];
  const args = [...first, "install", what, "--prefix", cwd, ...flags.split(" ")];
  const { code, output } = await run(command, args, { cwd, env, quiet: true });
  if (code !== 0) throw failedFetch("pnpm", output);
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env with pnpm on its PATH
 */
export async function installPackages(root, env) {
  // The lockfile is reviewed with the code and carries the hash of every package.
  const args = [
    "install",
    "--frozen-lockfile",
    "--trust-lockfile",
    "--prefer-offline",
    "--no-ignore-scripts",
  ];
  const { code, output } = await run("pnpm", args, {
    cwd: root,
    env: { ...env, CI: "true" },
    quiet: true,
  });
  if (code !== 0) throw failedFetch("the packages", output);
}

/**
 * @param {string} what
 * @param {string} output
 */
function failedFetch(what, output) {
  const network =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|dns error|error sending request|network/i;
  const said = output.trim().split("\n").slice(-15).join("\n");
  const advice = network.test(output)
    ? "The first start needs the network, and the package registry could not be reached. Check the connection, or the proxy in your npm configuration, and try again."
    : "Put right what it says and try again.";
  return new Refusal(`Fetching ${what} failed. ${advice}\n${said}`);
}
