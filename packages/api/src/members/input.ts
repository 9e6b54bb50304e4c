import { z } from "zod";

import { email, id, role } from "../shared/schemas";

export const listMembersInput = z.strictObject({
  workspaceId: id,
  includeEnded: z.boolean().default(false),
});

export const addMemberInput = z.strictObject({
  workspaceId: id,
  email,
  role,
});
export type AddMemberInput = z.output<typeof addMemberInput>;

const member = { workspaceId: id, userId: id };

export const setRoleInput = z.strictObject({ ...member, role });
export type SetRoleInput = z.output<typeof setRoleInput>;

export const removeMemberInput = z.strictObject(member);

export const leaveWorkspaceInput = z.strictObject({ workspaceId: id });
