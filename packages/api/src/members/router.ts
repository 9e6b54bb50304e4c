import { router } from "../trpc/init";
import { may } from "../trpc/procedures";
import { addMember } from "./add-member";
import {
  addMemberInput,
  leaveWorkspaceInput,
  listMembersInput,
  removeMemberInput,
  setRoleInput,
} from "./input";
import { leaveWorkspace } from "./leave-workspace";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";
import { setRole } from "./set-role";

export const membersRouter = router({
  list: may("member.read")
    .input(listMembersInput)
    .query(({ ctx, input }) => listMembers(ctx.tx, ctx.actor.workspaceId, input.includeEnded)),

  add: may("member.add")
    .input(addMemberInput)
    .mutation(({ ctx, input }) => addMember(ctx.tx, ctx.actor, input)),

  setRole: may("member.setRole")
    .input(setRoleInput)
    .mutation(({ ctx, input }) => setRole(ctx.tx, ctx.actor, input)),

  remove: may("member.remove")
    .input(removeMemberInput)
    .mutation(({ ctx, input }) => removeMember(ctx.tx, ctx.actor, input)),

  leave: may("member.leave")
    .input(leaveWorkspaceInput)
    .mutation(({ ctx }) => leaveWorkspace(ctx.tx, ctx.actor)),
});
