import { stat } from "node:fs/promises";
import { join } from "node:path";

import { openDataHome } from "./data-home";
import { readPostmaster, servesCluster } from "./postmaster";
import { adminUrl } from "./start-embedded";

/** A superuser's URL of the server that serves a data folder now; nothing is started or made. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const cluster = join(dataDir, "postgres", "cluster");
  if (!(await stat(cluster).catch(() => undefined))) return undefined;
  const data = await openDataHome(dataDir);
  const found = readPostmaster(data.cluster);
  if (!found || !servesCluster(found.pid, data.cluster)) return undefined;
  return adminUrl(data, found.port);
}
