import { join } from "node:path";
import { examine } from "@slacky/api/doctor";
import { connect, sqlState } from "@slacky/db";
import { prepareEmbeddedDatabase, runningEmbedded } from "@slacky/db/embedded";
import type { Ground } from "./bootstrap.mjs";
import { Refusal } from "./refusal.mjs";
import { say } from "./say.mjs";
import type { Settings } from "./settings.mjs";

const UNKNOWN = ["42P01", "42703", "42883"];

/** `npm run doctor`: checks what always holds in a database, and ends with 1 when something does not. */
export async function main({ root, settings }: Ground): Promise<void> {
  const db = connect(await databaseUrl(root, settings), {
    max: 1,
    applicationName: "slacky-doctor",
  });
  try {
    const findings = await examine(db);
    for (const { invariant, workspaceId, what } of findings) {
      console.log(`WRONG  ${invariant}\n       workspace ${workspaceId}: ${what}`);
    }
    say(findings.length === 0 ? "Everything is in order" : `${findings.length} thing(s) are wrong`);
    process.exitCode = findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!UNKNOWN.includes(sqlState(error) ?? "")) throw error;
    throw new Refusal(
      "This database is not of this version. Start Slacky on it once, then ask again.",
    );
  } finally {
    await db.$client.end({ timeout: 5 });
  }
}

async function databaseUrl(root: string, settings: Settings): Promise<string> {
  if (settings.databaseUrl) return settings.databaseUrl;
  const dataDir = settings.dataDir ?? join(root, ".data");
  const adminUrl = await runningEmbedded(dataDir);
  if (!adminUrl) {
    throw new Refusal(
      `No database is running on ${dataDir}. Start Slacky, or name one with DATABASE_URL, then ask again.`,
    );
  }
  return prepareEmbeddedDatabase(adminUrl, "slacky");
}
