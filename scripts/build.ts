import { type Ground, withBuildLock } from "./bootstrap.mjs";
import { Refusal } from "./refusal.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";

/** Builds what changed since the last time; turbo has the rest. `what` are turbo's filters; without any, all of it. */
export async function build({ root, tools }: Ground, ...what: string[]): Promise<void> {
  say("Building (a minute the first time, nothing when nothing changed)");
  const args = ["exec", "turbo", "run", "build", "--no-daemon", "--output-logs=errors-only"];
  args.push(...what.map((name) => `--filter=${name}`));
  const { code, output } = await withBuildLock(root, () =>
    run("pnpm", args, { cwd: root, env: tools, quiet: true }),
  );
  if (code !== 0) throw new Refusal(`The build failed:\n${output.trim()}`);
}
