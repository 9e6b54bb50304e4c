import { router } from "../trpc/init";
import { may } from "../trpc/procedures";
import { addRelation } from "./add-relation";
import { listRelationsInput, relationInput } from "./input";
import { listRelations } from "./list-relations";
import { removeRelation } from "./remove-relation";

export const relationsRouter = router({
  list: may("relation.read")
    .input(listRelationsInput)
    .query(({ ctx, input }) => listRelations(ctx.tx, ctx.actor.workspaceId, input.ticketId)),

  add: may("relation.edit")
    .input(relationInput)
    .mutation(({ ctx, input }) => addRelation(ctx.tx, ctx.actor, input)),

  remove: may("relation.edit")
    .input(relationInput)
    .mutation(({ ctx, input }) => removeRelation(ctx.tx, ctx.actor, input)),
});
