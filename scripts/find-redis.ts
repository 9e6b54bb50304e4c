import { existsSync } from "node:fs";
import { Refusal } from "./refusal.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";

/** Sees that `redis-server` is on the PATH, for the tests that stop one; Debian's package is installed when we may. */
export async function findRedis(root: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (await runs(env)) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Redis with apt-get");
    const apt = { cwd: root, env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, quiet: true };
    await run("apt-get", ["update"], apt);
    await run("apt-get", ["install", "-y", "--no-install-recommends", "redis-server"], apt);
    if (await runs(env)) return;
  }
  throw new Refusal(
    "The tests of the limits need Redis, and no redis-server is on the PATH. Install it with: sudo apt-get install redis-server  (or: brew install redis)",
  );
}

async function runs(env: NodeJS.ProcessEnv): Promise<boolean> {
  const asked = run("redis-server", ["--version"], { cwd: "/", env, quiet: true });
  const { code } = await asked.catch((error) => {
    if (error.code === undefined) throw error;
    return { code: 1 };
  });
  return code === 0;
}
