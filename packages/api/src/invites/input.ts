import { z } from "zod";

import { cursor, email, id, limit, role } from "../shared/schemas";

export const createInviteInput = z.strictObject({ workspaceId: id, email, role });
export type CreateInviteInput = z.output<typeof createInviteInput>;

export const listInvitesInput = z.strictObject({
  workspaceId: id,
  cursor: cursor.nullish(),
  limit,
});
export type ListInvitesInput = z.output<typeof listInvitesInput>;

export const revokeInviteInput = z.strictObject({ workspaceId: id, inviteId: id });

/** Any text: one that no invite has is not found, however it looks. */
export const acceptInviteInput = z.strictObject({ token: z.string().max(200) });
