import { existsSync, lstatSync, readdirSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { barredFolder, sharedPlace, stopEmbedded, systemUser } from "@slacky/db/embedded";
import { type Claim, claim } from "./claim.mjs";

export interface TestFolder {
  path: string;
  held: Claim;
  remove(): Promise<void>;
}

const prefix = "slacky-npm-test-";

/** A folder for one test run, after what a killed run left behind is cleared away. */
export async function openTestFolder(): Promise<TestFolder> {
  const place = await openPlace();
  for (const name of readdirSync(place)) {
    if (name.startsWith(prefix)) await clearAway(join(place, name));
  }
  const path = await mkdtemp(join(place, prefix));
  await chmod(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  const held = await claim(join(path, "running"));
  return { path, held, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A place for temporary files that PostgreSQL's system user can reach too. */
async function openPlace(): Promise<string> {
  if (!(await barredFolder(tmpdir(), await systemUser("")))) return tmpdir();
  const place = join(sharedPlace, "tmp");
  await mkdir(place, { recursive: true, mode: 0o755 });
  return place;
}

async function clearAway(folder: string): Promise<void> {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  // Anybody may write to the temporary folder: only what this user made is believed.
  if (!found?.isDirectory() || found.uid !== process.getuid?.()) return;
  if (!existsSync(join(folder, "running"))) return;
  try {
    await claim(join(folder, "running"), { patience: 0 });
  } catch {
    return;
  }
  await stopEmbedded(join(folder, "data")).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}
