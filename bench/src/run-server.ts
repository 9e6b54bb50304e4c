import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type Server = { pid: number; stop: () => Promise<void> };

/** A server as a process of its own, once it has said that it is ready. */
export async function runServer(
  args: string[],
  cwd: string,
  settings: Record<string, string>,
): Promise<Server> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH, HOME, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...settings },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  // What it logs is shown when it does not start, and is read in any case, or it would be held up.
  const lines: string[] = [];
  createInterface({ input: child.stdout! }).on("line", (line) => {
    if (lines.push(line) > 20) lines.shift();
  });
  const exit = once(child, "exit");
  await Promise.race([
    once(child, "message"),
    exit.then(() => {
      throw new Error(`${args[0]} did not start:\n${lines.join("\n")}`);
    }),
  ]);
  return {
    pid: child.pid!,
    async stop() {
      child.kill("SIGTERM");
      await exit;
    },
  };
}
