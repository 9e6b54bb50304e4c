import { router } from "../trpc/init";
import { may, signedIn } from "../trpc/procedures";
import { acceptInvite } from "./accept-invite";
import { createInvite } from "./create-invite";
import { acceptInviteInput, createInviteInput, listInvitesInput, revokeInviteInput } from "./input";
import { listInvites } from "./list-invites";
import { revokeInvite } from "./revoke-invite";

export const invitesRouter = router({
  list: may("invite.read")
    .input(listInvitesInput)
    .query(({ ctx, input }) => listInvites(ctx.tx, ctx.secret, input)),

  create: may("invite.create")
    .input(createInviteInput)
    .mutation(({ ctx, input }) => createInvite(ctx.tx, ctx.actor, ctx.appUrl, input)),

  revoke: may("invite.revoke")
    .input(revokeInviteInput)
    .mutation(({ ctx, input }) => revokeInvite(ctx.tx, ctx.actor, input)),

  accept: signedIn
    .input(acceptInviteInput)
    .mutation(({ ctx, input }) => acceptInvite(ctx.tx, ctx.user, ctx.requestId, input.token)),
});
