import type { Tx } from "@slacky/db";

import { notFound } from "../shared/domain-error";
import { lockProjects } from "./lock-projects";

/** One project, its workflow held still while it is used. */
export async function lockProject(tx: Tx, workspaceId: string, projectId: string) {
  const [project] = await lockProjects(tx, workspaceId, [projectId]);
  if (!project) throw notFound("Project");
  return project;
}
