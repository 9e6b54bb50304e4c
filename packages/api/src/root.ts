import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

import { auditRouter } from "./audit/router";
import { authRouter } from "./auth/router";
import { commentsRouter } from "./comments/router";
import { invitesRouter } from "./invites/router";
import { labelsRouter } from "./labels/router";
import { membersRouter } from "./members/router";
import { projectsRouter } from "./projects/router";
import { relationsRouter } from "./relations/router";
import { ticketsRouter } from "./tickets/router";
import { createCallerFactory, router } from "./trpc/init";
import { workspacesRouter } from "./workspaces/router";

export const appRouter = router({
  audit: auditRouter,
  auth: authRouter,
  comments: commentsRouter,
  invites: invitesRouter,
  labels: labelsRouter,
  members: membersRouter,
  projects: projectsRouter,
  relations: relationsRouter,
  tickets: ticketsRouter,
  workspaces: workspacesRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** The API without a wire, for server components and tests. */
export const createCaller = createCallerFactory(appRouter);
