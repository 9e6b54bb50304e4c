import { createHash } from "node:crypto";
import { existsSync, mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { barredFolder, sharedPlace, systemUser } from "@slacky/db/embedded";
import { Refusal } from "./refusal.mjs";
import { say } from "./say.mjs";

/** Root's folder lets PostgreSQL's system user pass through; nobody else needs to. */
const mode = process.getuid?.() === 0 ? 0o711 : 0o700;

/**
 * Where data is kept: as asked, else `.data` in the clone. When root's clone is in a folder closed to PostgreSQL's
 * system user, `.data` becomes a link to a place that is open to it, so that the data is found again.
 */
export async function dataFolder(root: string, asked: string | undefined): Promise<string> {
  const folder = asked ?? join(root, ".data");
  try {
    if (!asked && !existsSync(folder)) {
      const barred = await barredFolder(root, await systemUser(folder));
      if (barred) {
        const open = join(
          sharedPlace,
          createHash("sha256").update(root).digest("hex").slice(0, 16),
        );
        mkdirSync(sharedPlace, { recursive: true, mode: 0o755 });
        mkdirSync(open, { recursive: true, mode });
        symlinkSync(open, folder);
        say(`${barred} is closed to PostgreSQL's system user; data is kept in ${open}`);
      }
    }
    mkdirSync(folder, { recursive: true, mode });
    return realpathSync(folder);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    throw new Refusal(
      `The data folder ${folder} cannot be made (${cause.message}). Make the place writable for this user, or choose another DATA_DIR.`,
      { cause },
    );
  }
}
