import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Claimed, claim } from "./claim.mjs";
import { isRunning, processIdentity } from "./process-identity.mjs";

let folder: string;
let started: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slacky-claim-"));
  started = [];
});

afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Another process that claims the folder, starts a child of its own and says how it went. */
async function rival(): Promise<{ process: ChildProcess; says: string }> {
  const script = `import { claim } from ${JSON.stringify(join(import.meta.dirname, "claim.mjs"))};
    import { spawn } from "node:child_process";
    try {
      const held = await claim(${JSON.stringify(folder)}, { url: "http://localhost:1" });
      const child = spawn("sleep", ["60"], { stdio: "ignore", detached: true });
      held.started(child.pid);
      console.log("holds " + child.pid);
    } catch (error) {
      console.log("refused by " + error.holder.pid);
    }`;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "-e", `${script}; setInterval(() => {}, 1000)`],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  started.push(child);
  const [line] = await once(child.stdout!, "data");
  return { process: child, says: String(line).trim() };
}

describe("a claim", () => {
  test("is refused while another process holds it, and tells which", async () => {
    const holder = await rival();
    const attempt = claim(folder);
    await expect(attempt).rejects.toBeInstanceOf(Claimed);
    await expect(attempt).rejects.toMatchObject({
      holder: { pid: holder.process.pid, url: "http://localhost:1" },
    });
    process.kill(Number(holder.says.split(" ")[1]));
  });

  test("goes to exactly one of many that ask together", async () => {
    const rivals = await Promise.all(Array.from({ length: 5 }, rival));
    const holders = rivals.filter(({ says }) => says.startsWith("holds"));
    expect(holders).toHaveLength(1);
    for (const { says } of holders) process.kill(Number(says.split(" ")[1]));
  });

  test("of a killed process passes on, and what it left running is ended", async () => {
    const killed = await rival();
    const orphan = processIdentity(Number(killed.says.split(" ")[1]))!;
    killed.process.kill("SIGKILL");
    await once(killed.process, "exit");
    expect(isRunning(orphan)).toBe(true);

    const held = await claim(folder);
    expect(isRunning(orphan)).toBe(false);
    held.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("goes to whoever waits for it, once its holder is gone", async () => {
    const holder = await rival();
    const heard: number[] = [];
    const held = await claim(folder, {
      wait: ({ pid }) => {
        heard.push(pid);
        holder.process.kill("SIGKILL");
      },
    });
    expect(heard).toEqual([holder.process.pid]);
    held.release();
  });
});

describe("a process identity", () => {
  test("does not outlive its process, and is not that of the next with the number", async () => {
    const child = spawn("sleep", ["60"], { stdio: "ignore" });
    const identity = processIdentity(child.pid!)!;
    expect(isRunning(identity)).toBe(true);
    expect(isRunning(identity.replace(/-(\d+)/, (_, at) => `-${Number(at) + 1}`))).toBe(false);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(isRunning(identity)).toBe(false);
  });
});
