import { z } from "zod";

import { limits } from "../shared/limits";
import { body, cursor, day, id, limit, line, priority, stateKey, title } from "../shared/schemas";

const keyPattern = /^[A-Za-z][A-Za-z0-9_]*-[1-9][0-9]{0,8}$/;

/** A ticket by its id, or by the key that people say. */
const idOrKey = z.union([id, z.string().regex(keyPattern).toUpperCase()], {
  error: "Neither an id nor a key such as ENG-12",
});

const labelIds = z.array(id).max(limits.labelsPerTicket);
const estimate = z.int().min(0).max(limits.estimate);
const ticketIds = z.array(id).min(1).max(limits.bulk);
const inTicket = { workspaceId: id, ticketId: id };

export const createTicketInput = z.strictObject({
  workspaceId: id,
  projectId: id,
  id: id.optional(),
  title,
  description: body.default(""),
  state: stateKey.optional(),
  priority: priority.default("none"),
  assigneeId: id.nullish(),
  labelIds: labelIds.default([]),
  dueOn: day.nullish(),
  estimate: estimate.nullish(),
  parentId: id.nullish(),
});
export type CreateTicketInput = z.output<typeof createTicketInput>;

const filters = {
  assigneeId: id.nullish(),
  labelId: id.optional(),
  priority: priority.optional(),
  parentId: id.optional(),
};

export const sorts = ["created", "updated", "priority", "due", "rank", "relevance"] as const;

export const listTicketsInput = z
  .strictObject({
    workspaceId: id,
    projectId: id.optional(),
    state: stateKey.optional(),
    ...filters,
    /** Words to find, or a ticket's key. */
    q: line(limits.search).optional(),
    /** Without one, relevance for a search and created for any other list. */
    sort: z.enum(sorts).optional(),
    cursor: cursor.nullish(),
    limit,
  })
  .refine((input) => input.sort !== "rank" || (input.projectId && input.state), {
    path: ["sort"],
    error: "Rank is an order within one lane: name projectId and state",
  })
  .refine((input) => input.sort !== "relevance" || input.q, {
    path: ["sort"],
    error: "Relevance is an order of what a search finds: name q",
  });
export type ListTicketsInput = z.output<typeof listTicketsInput>;

export const boardInput = z.strictObject({ workspaceId: id, projectId: id, ...filters, limit });
export type BoardInput = z.output<typeof boardInput>;

export const getTicketInput = z.strictObject({ workspaceId: id, ticket: idOrKey });

export const ticketInput = z.strictObject(inTicket);

export const transitionTicketInput = z.strictObject({ ...inTicket, to: stateKey });
export type TransitionTicketInput = z.output<typeof transitionTicketInput>;

export const moveTicketInput = z
  .strictObject({
    ...inTicket,
    to: stateKey.optional(),
    afterId: id.optional(),
    beforeId: id.optional(),
  })
  .refine(({ to, afterId, beforeId }) => to ?? afterId ?? beforeId, {
    path: ["to"],
    error: "Name a state, or a ticket to go after or before",
  })
  .refine(({ afterId, beforeId }) => !(afterId && beforeId), {
    path: ["beforeId"],
    error: "Name one neighbour: afterId or beforeId",
  })
  .refine(({ ticketId, afterId, beforeId }) => ![afterId, beforeId].includes(ticketId), {
    path: ["afterId"],
    error: "A ticket cannot be its own neighbour",
  });
export type MoveTicketInput = z.output<typeof moveTicketInput>;

const nameAField = { error: "Name at least one field" };

export const updateTicketInput = z
  .strictObject({
    ...inTicket,
    expectedVersion: z.int().min(1).max(2_147_483_647),
    patch: z
      .strictObject({
        title,
        description: body,
        priority,
        assigneeId: id.nullable(),
        labelIds,
        dueOn: day.nullable(),
        estimate: estimate.nullable(),
        parentId: id.nullable(),
      })
      .partial()
      .refine((patch) => Object.keys(patch).length > 0, nameAField),
  })
  .refine(({ ticketId, patch }) => patch.parentId !== ticketId, {
    path: ["patch", "parentId"],
    error: "A ticket cannot be its own parent",
  });
export type UpdateTicketInput = z.output<typeof updateTicketInput>;

export const assignTicketInput = z.strictObject({ ...inTicket, assigneeId: id.nullable() });
export type AssignTicketInput = z.output<typeof assignTicketInput>;

export const bulkUpdateInput = z.strictObject({
  workspaceId: id,
  ticketIds,
  patch: z
    .strictObject({
      state: stateKey,
      assigneeId: id.nullable(),
      priority,
      addLabelIds: labelIds,
      removeLabelIds: labelIds,
    })
    .partial()
    .refine((patch) => Object.keys(patch).length > 0, nameAField),
});
export type BulkUpdateInput = z.output<typeof bulkUpdateInput>;

export const bulkDeleteInput = z.strictObject({ workspaceId: id, ticketIds });
export type BulkDeleteInput = z.output<typeof bulkDeleteInput>;

export const listTrashInput = z.strictObject({
  workspaceId: id,
  projectId: id.optional(),
  cursor: cursor.nullish(),
  limit,
});
export type ListTrashInput = z.output<typeof listTrashInput>;
