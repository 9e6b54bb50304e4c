import type { Tx } from "@slacky/db";

import { readProjects } from "./read-projects";

/** Projects by name, each with its workflow; with `includeArchived`, also those put away. */
export async function listProjects(tx: Tx, workspaceId: string, includeArchived: boolean) {
  const items = await readProjects(tx, workspaceId);
  return { items: items.filter((project) => includeArchived || project.archivedAt === null) };
}
