import type { Tx } from "@slacky/db";

import { publish } from "../events/publish";
import { readWorkflow } from "../projects/read-workflow";
import type { Actor } from "../trpc/gate";
import { enterLane } from "./enter-lane";
import type { TransitionTicketInput } from "./input";
import { rankAtEnd } from "./lanes";
import { assertTransition } from "./lifecycle";
import { lockTicket } from "./lock-ticket";
import { recordStatus } from "./record-status";
import { writeTicket } from "./write-ticket";

/** Moves a ticket to another state, at the end of its lane there. */
export async function transitionTicket(
  tx: Tx,
  actor: Actor,
  { ticketId, to }: TransitionTicketInput,
) {
  const before = await lockTicket(tx, actor.workspaceId, ticketId);
  const workflow = await readWorkflow(tx, actor.workspaceId, before.projectId);
  assertTransition(workflow, before.state, to);
  const lane = { ...before, state: to };
  await enterLane(tx, lane, workflow.states);

  const rank = await rankAtEnd(tx, lane);
  const ticket = await writeTicket(tx, before, { state: to, rank });
  await recordStatus(tx, actor, ticketId, before.state, to);
  await publish(tx, actor, {
    type: "ticket.transitioned",
    subject: { kind: "ticket", id: ticketId },
    version: ticket.version,
    changes: { state: [before.state, to] },
  });
  return ticket;
}
