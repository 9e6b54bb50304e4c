import { isUniqueViolation, type Tx } from "@slacky/db";
import { ticketCounters, ticketLabels, tickets } from "@slacky/db/schema";
import { priorities } from "@slacky/db/vocabulary";
import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";

import { publish } from "../events/publish";
import { lockProject } from "../projects/lock-project";
import { readWorkflow } from "../projects/read-workflow";
import { conflict, notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import { assertAssignable } from "./assignable";
import { enterLane } from "./enter-lane";
import type { CreateTicketInput } from "./input";
import { assertLabelsExist } from "./labels-exist";
import { rankAtEnd } from "./lanes";
import { lockTickets } from "./lock-tickets";
import { recordStatus } from "./record-status";
import { startingState } from "./starting-state";
import { readTicket, ticketIs } from "./ticket-fields";

/** A ticket at the end of its lane, with the next number of its project. */
export async function createTicket(tx: Tx, actor: Actor, input: CreateTicketInput) {
  const { workspaceId } = actor;
  const { projectId, title, description, dueOn = null, assigneeId = null } = input;
  const { estimate = null, parentId = null } = input;
  const labelIds = [...new Set(input.labelIds)];
  if (parentId) await lockParent(tx, workspaceId, parentId, projectId);
  const project = await lockProject(tx, workspaceId, projectId);
  const { states } = await readWorkflow(tx, workspaceId, projectId);
  const state = startingState(states, input.state);
  await assertAssignable(tx, workspaceId, assigneeId);
  await assertLabelsExist(tx, workspaceId, labelIds);

  const id = input.id ?? uuidv7();
  const lane = { workspaceId, projectId, state };
  await enterLane(tx, lane, states);
  const rank = await rankAtEnd(tx, lane);
  const number = await nextNumber(tx, workspaceId, projectId);
  await insertTicket(tx, {
    ...{ workspaceId, id, projectId, number, title, description, state, rank, assigneeId, dueOn },
    ...{ estimate, parentId },
    priority: priorities.indexOf(input.priority),
    reporterId: actor.userId,
  });
  if (labelIds.length > 0) {
    await tx
      .insert(ticketLabels)
      .values(labelIds.map((labelId) => ({ workspaceId, ticketId: id, labelId })));
  }
  await recordStatus(tx, actor, id, null, state);
  const ticket = await readTicket(tx, ticketIs(workspaceId, id));
  await publish(tx, actor, {
    type: "ticket.created",
    subject: { kind: "ticket", id },
    version: ticket.version,
    changes: {
      key: [null, `${project.key}-${number}`],
      title: [null, title],
      state: [null, state],
    },
  });
  return ticket;
}

/** A new ticket stands over none, so it closes no cycle; its project is locked in order with the parent's. */
async function lockParent(tx: Tx, workspaceId: string, parentId: string, projectId: string) {
  const [parent] = await lockTickets(tx, workspaceId, [parentId], { projectIds: [projectId] });
  if (!parent) throw notFound("Parent ticket");
}

async function nextNumber(tx: Tx, workspaceId: string, projectId: string): Promise<number> {
  const [counter] = await tx
    .update(ticketCounters)
    .set({ lastNumber: sql`${ticketCounters.lastNumber} + 1` })
    .where(
      and(eq(ticketCounters.workspaceId, workspaceId), eq(ticketCounters.projectId, projectId)),
    )
    .returning({ number: ticketCounters.lastNumber });
  return counter!.number; // Every project is made with its counter.
}

async function insertTicket(tx: Tx, row: typeof tickets.$inferInsert) {
  try {
    await tx.insert(tickets).values(row);
  } catch (error) {
    if (!isUniqueViolation(error, "tickets_workspace_id_id_pk")) throw error;
    throw conflict("id_taken", "Another ticket has this id", { field: "id" });
  }
}
