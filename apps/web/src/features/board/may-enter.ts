import { canTransition } from "@slacky/api/rules";

import type { Project } from "~/lib/projects";

/** Whether a card may be put into a lane: always its own, else where the workflow lets it. */
export const mayEnter = (project: Project, from: string, to: string): boolean =>
  from === to || canTransition(project, from, to);
