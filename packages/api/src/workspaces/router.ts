import { router } from "../trpc/init";
import { signedIn } from "../trpc/procedures";
import { createWorkspace } from "./create-workspace";
import { createWorkspaceInput } from "./input";

export const workspacesRouter = router({
  create: signedIn
    .input(createWorkspaceInput)
    .mutation(({ ctx, input }) => createWorkspace(ctx.tx, ctx.user, ctx.requestId, input)),
});
