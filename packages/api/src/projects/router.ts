import { router } from "../trpc/init";
import { may } from "../trpc/procedures";
import { addState } from "./add-state";
import { addTransition } from "./add-transition";
import { archiveProject } from "./archive-project";
import { createProject } from "./create-project";
import { deleteState } from "./delete-state";
import {
  addStateInput,
  createProjectInput,
  deleteStateInput,
  listProjectsInput,
  projectInput,
  renameProjectInput,
  reorderStatesInput,
  transitionInput,
  updateStateInput,
} from "./input";
import { listProjects } from "./list-projects";
import { readProject } from "./read-project";
import { removeTransition } from "./remove-transition";
import { renameProject } from "./rename-project";
import { reorderStates } from "./reorder-states";
import { unarchiveProject } from "./unarchive-project";
import { updateState } from "./update-state";

export const projectsRouter = router({
  list: may("project.read")
    .input(listProjectsInput)
    .query(({ ctx, input }) => listProjects(ctx.tx, ctx.actor.workspaceId, input.includeArchived)),

  get: may("project.read")
    .input(projectInput)
    .query(({ ctx, input }) => readProject(ctx.tx, ctx.actor.workspaceId, input.projectId)),

  create: may("project.create")
    .input(createProjectInput)
    .mutation(({ ctx, input }) => createProject(ctx.tx, ctx.actor, input)),

  rename: may("project.edit")
    .input(renameProjectInput)
    .mutation(({ ctx, input }) => renameProject(ctx.tx, ctx.actor, input)),

  archive: may("project.archive")
    .input(projectInput)
    .mutation(({ ctx, input }) => archiveProject(ctx.tx, ctx.actor, input)),

  unarchive: may("project.archive")
    .input(projectInput)
    .mutation(({ ctx, input }) => unarchiveProject(ctx.tx, ctx.actor, input)),

  addState: may("project.edit")
    .input(addStateInput)
    .mutation(({ ctx, input }) => addState(ctx.tx, ctx.actor, input)),

  updateState: may("project.edit")
    .input(updateStateInput)
    .mutation(({ ctx, input }) => updateState(ctx.tx, ctx.actor, input)),

  reorderStates: may("project.edit")
    .input(reorderStatesInput)
    .mutation(({ ctx, input }) => reorderStates(ctx.tx, ctx.actor, input)),

  deleteState: may("project.edit")
    .input(deleteStateInput)
    .mutation(({ ctx, input }) => deleteState(ctx.tx, ctx.actor, input)),

  addTransition: may("project.edit")
    .input(transitionInput)
    .mutation(({ ctx, input }) => addTransition(ctx.tx, ctx.actor, input)),

  removeTransition: may("project.edit")
    .input(transitionInput)
    .mutation(({ ctx, input }) => removeTransition(ctx.tx, ctx.actor, input)),
});
