import type { Tx } from "@slacky/db";

import { notFound } from "../shared/domain-error";
import { type Project, readProjects } from "./read-projects";

/** A project with its workflow, live or archived. */
export async function readProject(
  tx: Tx,
  workspaceId: string,
  projectId: string,
): Promise<Project> {
  const [project] = await readProjects(tx, workspaceId, projectId);
  if (!project) throw notFound("Project");
  return project;
}
