import { stateCategories } from "@slacky/db/vocabulary";
import { z } from "zod";

import { limits } from "../shared/limits";
import { color, id, line, name, stateKey } from "../shared/schemas";
import { projectKeyPattern } from "./project-key";

const inProject = { workspaceId: id, projectId: id };

export const listProjectsInput = z.strictObject({
  workspaceId: id,
  includeArchived: z.boolean().default(false),
});

export const createProjectInput = z.strictObject({
  workspaceId: id,
  name,
  key: z
    .string()
    .trim()
    .toUpperCase()
    .regex(projectKeyPattern, "Two to ten letters, digits or underscores, a letter first")
    .optional(),
});
export type CreateProjectInput = z.output<typeof createProjectInput>;

export const projectInput = z.strictObject(inProject);

export const renameProjectInput = z.strictObject({ ...inProject, name });
export type RenameProjectInput = z.output<typeof renameProjectInput>;

const stateName = line(80);
const category = z.enum(stateCategories);
const wipLimit = z.int().min(1).max(limits.wip).nullable();

export const addStateInput = z.strictObject({
  ...inProject,
  name: stateName,
  category,
  color: color.optional(),
  wipLimit: wipLimit.optional(),
});
export type AddStateInput = z.output<typeof addStateInput>;

export const updateStateInput = z.strictObject({
  ...inProject,
  state: stateKey,
  patch: z
    .strictObject({
      name: stateName.exactOptional(),
      category: category.exactOptional(),
      color: color.exactOptional(),
      wipLimit: wipLimit.exactOptional(),
    })
    .refine((patch) => Object.keys(patch).length > 0, { error: "Name at least one field" }),
});
export type UpdateStateInput = z.output<typeof updateStateInput>;

export const reorderStatesInput = z.strictObject({
  ...inProject,
  states: z.array(stateKey).min(1).max(limits.statesPerProject),
});
export type ReorderStatesInput = z.output<typeof reorderStatesInput>;

export const deleteStateInput = z
  .strictObject({ ...inProject, state: stateKey, moveTo: stateKey })
  .refine(({ state, moveTo }) => state !== moveTo, {
    path: ["moveTo"],
    error: "Tickets cannot move to the state that goes",
  });
export type DeleteStateInput = z.output<typeof deleteStateInput>;

export const transitionInput = z
  .strictObject({ ...inProject, from: stateKey, to: stateKey })
  .refine(({ from, to }) => from !== to, {
    path: ["to"],
    error: "A transition goes from one state to another",
  });
export type TransitionInput = z.output<typeof transitionInput>;
