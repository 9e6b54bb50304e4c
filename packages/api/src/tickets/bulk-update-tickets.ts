import type { Tx } from "@slacky/db";
import { type Priority, priorities } from "@slacky/db/vocabulary";

import type { NewEvent } from "../events/publish";
import { publishMany } from "../events/publish-many";
import { notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import { assertAssignable } from "./assignable";
import { assertNoFailures, type BulkFailure, orFailure } from "./bulk-failures";
import type { BulkUpdateInput } from "./input";
import { assertLabelsExist } from "./labels-exist";
import { lockTickets } from "./lock-tickets";
import { placeInLanes } from "./place-in-lanes";
import { planBulkEdit } from "./plan-bulk-edit";
import { type Card, readCards } from "./read-cards";
import { readWorkflows } from "./read-workflows";
import { recordStatuses } from "./record-statuses";
import { writeLabels } from "./write-labels";
import { writeTickets } from "./write-tickets";

/** The same change to many tickets: all of them, or none and the reason for each in the way. */
export async function bulkUpdateTickets(tx: Tx, actor: Actor, input: BulkUpdateInput) {
  const { workspaceId } = actor;
  const { patch } = input;
  const ticketIds = [...new Set(input.ticketIds)];
  const add = [...new Set(patch.addLabelIds)];
  await assertAssignable(tx, workspaceId, patch.assigneeId);
  await assertLabelsExist(tx, workspaceId, add);

  const locked = new Map(
    (await lockTickets(tx, workspaceId, ticketIds)).map((ticket) => [ticket.id, ticket]),
  );
  const before = await readCards(tx, workspaceId, [...locked.keys()]);
  const workflows = await readWorkflows(tx, [...locked.values()]);
  const failures: BulkFailure[] = [];
  const edits = ticketIds.flatMap((id) => {
    const edit = orFailure(failures, id, () => {
      const ticket = locked.get(id);
      if (!ticket) throw notFound("Ticket");
      const was = before.get(id)!; // Read under the lock.
      return { ticket, was, plan: planBulkEdit(was, patch, workflows.get(ticket.projectId)!) };
    });
    return edit && Object.keys(edit.plan).length > 0 ? [edit] : [];
  });
  const entering = edits.flatMap(({ ticket, plan }) =>
    plan.state === undefined ? [] : [{ ticket, to: plan.state }],
  );
  const ranks = await placeInLanes(tx, entering, (id) => workflows.get(id)!.states, failures);
  assertNoFailures(failures);

  const writes = edits.map(({ ticket, plan: { labelIds: _, priority, ...plain }, plan }) => ({
    ticket,
    columns: { ...plain, ...numbered(priority), ...ranked(ranks.get(ticket.id)) },
    fields: [...Object.keys(plan), ...(plan.state === undefined ? [] : ["rank"])],
  }));
  await writeTickets(tx, writes);
  const relabelled = edits.filter(({ plan }) => plan.labelIds).map(({ ticket }) => ticket.id);
  const remove = patch.removeLabelIds ?? [];
  await writeLabels(tx, workspaceId, relabelled, { add, remove });
  const moves = entering.map(({ ticket, to }) => ({ ticketId: ticket.id, from: ticket.state, to }));
  await recordStatuses(tx, actor, moves);
  const after = await readCards(tx, workspaceId, ticketIds);
  await publishMany(
    tx,
    actor,
    edits.map(({ was, plan }) => changeOf(was, after.get(was.id)!, Object.keys(plan))),
  );
  return { items: ticketIds.map((id) => after.get(id)!) };
}

const numbered = (priority: Priority | undefined) =>
  priority === undefined ? {} : { priority: priorities.indexOf(priority) };

const ranked = (rank: string | undefined) => (rank === undefined ? {} : { rank });

function changeOf(was: Card, is: Card, fields: string[]): NewEvent {
  return {
    type: fields.includes("state") ? "ticket.transitioned" : "ticket.updated",
    subject: { kind: "ticket", id: is.id },
    version: is.version,
    changes: Object.fromEntries(
      fields.map((name) => [name, [was[name as keyof Card], is[name as keyof Card]]]),
    ),
  };
}
