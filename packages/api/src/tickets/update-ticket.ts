import type { Tx } from "@slacky/db";
import { ticketLabels } from "@slacky/db/schema";
import { priorities } from "@slacky/db/vocabulary";
import { and, eq } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import { ancestorsOf } from "./ancestors";
import { assertAssignable } from "./assignable";
import type { UpdateTicketInput } from "./input";
import { assertLabelsExist } from "./labels-exist";
import { lockTicket } from "./lock-ticket";
import { lockWithParent } from "./lock-with-parent";
import { mergeEdit } from "./merge-edit";
import { assertNoCycle } from "./parent-rule";
import { readTicket, ticketIs } from "./ticket-fields";
import { writeTicket } from "./write-ticket";

/** Edits fields, merging with what others changed meanwhile as long as no field meets. */
export async function updateTicket(tx: Tx, actor: Actor, input: UpdateTicketInput) {
  const { workspaceId } = actor;
  const { ticketId } = input;
  const patch = {
    ...input.patch,
    ...(input.patch.labelIds ? { labelIds: [...new Set(input.patch.labelIds)].sort() } : {}),
  };
  await assertAssignable(tx, workspaceId, patch.assigneeId);
  await assertLabelsExist(tx, workspaceId, patch.labelIds ?? []);

  const { parentId } = patch;
  const locked = parentId
    ? await lockWithParent(tx, workspaceId, ticketId, parentId)
    : await lockTicket(tx, workspaceId, ticketId);
  const before = await readTicket(tx, ticketIs(workspaceId, ticketId));
  const changed = mergeEdit(locked, before, patch, input.expectedVersion);
  if (changed.length === 0) return before;
  if (parentId) assertNoCycle(ticketId, parentId, await ancestorsOf(tx, workspaceId, parentId));

  const { labelIds, priority, ...plain } = pick(patch, changed);
  if (labelIds) await replaceLabels(tx, workspaceId, ticketId, labelIds);
  const columns = { ...plain, ...(priority ? { priority: priorities.indexOf(priority) } : {}) };
  const ticket = await writeTicket(tx, locked, columns, changed);
  await publish(tx, actor, {
    type: "ticket.updated",
    subject: { kind: "ticket", id: ticketId },
    version: ticket.version,
    changes: Object.fromEntries(
      changed.map((name) => [
        name,
        [before[name as keyof typeof before], ticket[name as keyof typeof ticket]],
      ]),
    ),
  });
  return ticket;
}

function pick<T extends object>(from: T, names: string[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(from).filter(([name]) => names.includes(name)),
  ) as Partial<T>;
}

async function replaceLabels(tx: Tx, workspaceId: string, ticketId: string, labelIds: string[]) {
  await tx
    .delete(ticketLabels)
    .where(and(eq(ticketLabels.workspaceId, workspaceId), eq(ticketLabels.ticketId, ticketId)));
  if (labelIds.length === 0) return;
  await tx
    .insert(ticketLabels)
    .values(labelIds.map((labelId) => ({ workspaceId, ticketId, labelId })));
}
