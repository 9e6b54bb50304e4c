import type { Tx } from "@slacky/db";

import { publish } from "../events/publish";
import { readWorkflow } from "../projects/read-workflow";
import type { Actor } from "../trpc/gate";
import { enterLane } from "./enter-lane";
import type { MoveTicketInput } from "./input";
import { rankAtEnd, rankBeside } from "./lanes";
import { assertTransition } from "./lifecycle";
import { lockTicket } from "./lock-ticket";
import { recordStatus } from "./record-status";
import { writeTicket } from "./write-ticket";

/** Puts a ticket next to another, or at the end of a lane; into another state only if that is legal. */
export async function moveTicket(tx: Tx, actor: Actor, input: MoveTicketInput) {
  const { ticketId, afterId, beforeId } = input;
  const before = await lockTicket(tx, actor.workspaceId, ticketId);
  const state = input.to ?? before.state;
  const changesState = state !== before.state;
  const lane = { ...before, state };
  if (changesState) {
    const workflow = await readWorkflow(tx, actor.workspaceId, before.projectId);
    assertTransition(workflow, before.state, state);
    await enterLane(tx, lane, workflow.states);
  }

  const rank = afterId
    ? await rankBeside(tx, lane, ticketId, { afterId })
    : beforeId
      ? await rankBeside(tx, lane, ticketId, { beforeId })
      : await rankAtEnd(tx, lane);
  const ticket = await writeTicket(tx, before, changesState ? { state, rank } : { rank });
  if (changesState) await recordStatus(tx, actor, ticketId, before.state, state);
  await publish(tx, actor, {
    type: changesState ? "ticket.transitioned" : "ticket.moved",
    subject: { kind: "ticket", id: ticketId },
    version: ticket.version,
    changes: {
      rank: [before.rank, rank],
      ...(changesState ? { state: [before.state, state] } : {}),
    },
  });
  return ticket;
}
