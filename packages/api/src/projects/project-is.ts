import { projects, states, transitions } from "@slacky/db/schema";
import { and, eq } from "drizzle-orm";

export const projectIs = (workspaceId: string, projectId: string) =>
  and(eq(projects.workspaceId, workspaceId), eq(projects.id, projectId));

export const stateIs = (workspaceId: string, projectId: string, key: string) =>
  and(eq(states.workspaceId, workspaceId), eq(states.projectId, projectId), eq(states.key, key));

export const transitionsOf = (workspaceId: string, projectId: string) =>
  and(eq(transitions.workspaceId, workspaceId), eq(transitions.projectId, projectId));
