import { router } from "../trpc/init";
import { may } from "../trpc/procedures";
import { createLabel } from "./create-label";
import { createLabelInput, listLabelsInput } from "./input";
import { listLabels } from "./list-labels";

export const labelsRouter = router({
  list: may("label.read")
    .input(listLabelsInput)
    .query(({ ctx }) => listLabels(ctx.tx, ctx.actor.workspaceId)),

  create: may("label.create")
    .input(createLabelInput)
    .mutation(({ ctx, input }) => createLabel(ctx.tx, ctx.actor, input)),
});
