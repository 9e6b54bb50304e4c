import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { readPostmaster, stopPostmaster } from "./postmaster";

/** Ends the server that still serves a data folder, if there is one. */
export async function stopEmbedded(dataDir: string): Promise<void> {
  const cluster = join(await realpath(dataDir), "postgres", "cluster");
  const found = readPostmaster(cluster);
  if (found) await stopPostmaster(found.pid, cluster);
}
