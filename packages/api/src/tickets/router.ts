import { router } from "../trpc/init";
import { may } from "../trpc/procedures";
import { assignTicket } from "./assign-ticket";
import { bulkDeleteTickets } from "./bulk-delete-tickets";
import { bulkUpdateTickets } from "./bulk-update-tickets";
import { createTicket } from "./create-ticket";
import { deleteTicket } from "./delete-ticket";
import {
  assignTicketInput,
  boardInput,
  bulkDeleteInput,
  bulkUpdateInput,
  createTicketInput,
  getTicketInput,
  listTicketsInput,
  listTrashInput,
  moveTicketInput,
  ticketInput,
  transitionTicketInput,
  updateTicketInput,
} from "./input";
import { listHistory } from "./list-history";
import { listTickets } from "./list-tickets";
import { listTrash } from "./list-trash";
import { moveTicket } from "./move-ticket";
import { readBoard } from "./read-board";
import { restoreTicket } from "./restore-ticket";
import { showTicket } from "./show-ticket";
import { transitionTicket } from "./transition-ticket";
import { updateTicket } from "./update-ticket";

const assignee = (input: unknown) => [(input as { assigneeId?: unknown } | undefined)?.assigneeId];
const patchedAssignee = (input: unknown) =>
  assignee((input as { patch?: unknown } | undefined)?.patch);

export const ticketsRouter = router({
  list: may("ticket.read")
    .input(listTicketsInput)
    .query(({ ctx, input }) => listTickets(ctx.tx, ctx.secret, ctx.actor.workspaceId, input)),

  board: may("ticket.read")
    .input(boardInput)
    .query(({ ctx, input }) => readBoard(ctx.tx, ctx.secret, input)),

  get: may("ticket.read")
    .input(getTicketInput)
    .query(({ ctx, input }) => showTicket(ctx.tx, ctx.actor.workspaceId, input.ticket)),

  history: may("ticket.read")
    .input(getTicketInput)
    .query(({ ctx, input }) => listHistory(ctx.tx, ctx.actor.workspaceId, input.ticket)),

  create: may("ticket.create", assignee)
    .input(createTicketInput)
    .mutation(({ ctx, input }) => createTicket(ctx.tx, ctx.actor, input)),

  transition: may("ticket.transition")
    .input(transitionTicketInput)
    .mutation(({ ctx, input }) => transitionTicket(ctx.tx, ctx.actor, input)),

  move: may("ticket.move")
    .input(moveTicketInput)
    .mutation(({ ctx, input }) => moveTicket(ctx.tx, ctx.actor, input)),

  update: may("ticket.update", patchedAssignee)
    .input(updateTicketInput)
    .mutation(({ ctx, input }) => updateTicket(ctx.tx, ctx.actor, input)),

  assign: may("ticket.assign", assignee)
    .input(assignTicketInput)
    .mutation(({ ctx, input }) => assignTicket(ctx.tx, ctx.actor, input)),

  delete: may("ticket.delete")
    .input(ticketInput)
    .mutation(({ ctx, input }) => deleteTicket(ctx.tx, ctx.actor, input)),

  restore: may("ticket.delete")
    .input(ticketInput)
    .mutation(({ ctx, input }) => restoreTicket(ctx.tx, ctx.actor, input)),

  trash: may("ticket.read")
    .input(listTrashInput)
    .query(({ ctx, input }) => listTrash(ctx.tx, ctx.secret, input)),

  bulkUpdate: may("ticket.update", patchedAssignee)
    .input(bulkUpdateInput)
    .mutation(({ ctx, input }) => bulkUpdateTickets(ctx.tx, ctx.actor, input)),

  bulkDelete: may("ticket.delete")
    .input(bulkDeleteInput)
    .mutation(({ ctx, input }) => bulkDeleteTickets(ctx.tx, ctx.actor, input)),
});
