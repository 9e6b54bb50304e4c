import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { claim } from "./claim.mjs";
import { bringPnpm, installPackages, toolEnv } from "./pnpm.mjs";
import { Stopped } from "./refusal.mjs";
import { say } from "./say.mjs";
import { readSettings } from "./settings.mjs";

/** @typedef {{ root: string, settings: import("./settings.mjs").Settings, tools: NodeJS.ProcessEnv }} Ground */

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/**
 * Brings a fresh clone to where TypeScript runs, then hands over to `task`, a module that exports `main`.
 * @param {string} task
 */
export async function bootstrap(task) {
  try {
    const settings = readSettings(process.env, root);
    const tools = await withBuildLock(root, async () => {
      const env = await bringPnpm(root, toolEnv(process.env));
      await installPackages(root, env);
      return env;
    });
    say("Packages are in place");
    const { register } = await import("tsx/esm/api");
    register();
    const { main } = await import(task);
    await main({ root, settings, tools });
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Stopped) console.error("\nStopped.");
    // These two speak to the person; anything else is ours to explain, with its trace.
    else if (error instanceof Error && ["Refusal", "EmbeddedError"].includes(error.name))
      console.error(`\n${error.message}`);
    else console.error(error);
  }
}

/**
 * Installing and building write into the clone: one start at a time does it.
 * @template T
 * @param {string} clone
 * @param {() => Promise<T>} work
 */
export async function withBuildLock(clone, work) {
  const held = await claim(join(clone, "node_modules", ".cache", "slacky", "building"), {
    wait: ({ pid }) => say(`Waiting for process ${pid}, which is preparing this clone`),
  });
  try {
    return await work();
  } finally {
    held.release();
  }
}
