import type { Tx } from "@slacky/db";

import { publishMany } from "../events/publish-many";
import { notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import { assertNoFailures, type BulkFailure, orFailure } from "./bulk-failures";
import type { BulkDeleteInput } from "./input";
import { lockTickets } from "./lock-tickets";
import { readCards } from "./read-cards";
import { writeTickets } from "./write-tickets";

/** Puts many tickets in the trash, or none of them. */
export async function bulkDeleteTickets(tx: Tx, actor: Actor, input: BulkDeleteInput) {
  const { workspaceId } = actor;
  const ticketIds = [...new Set(input.ticketIds)];
  const locked = await lockTickets(tx, workspaceId, ticketIds);
  const there = new Set(locked.map((ticket) => ticket.id));
  const failures: BulkFailure[] = [];
  for (const id of ticketIds) {
    orFailure(failures, id, () => {
      if (!there.has(id)) throw notFound("Ticket");
    });
  }
  assertNoFailures(failures);

  await writeTickets(
    tx,
    locked.map((ticket) => ({ ticket, columns: {}, deleted: true, fields: ["deletedAt"] })),
  );
  const after = await readCards(tx, workspaceId, ticketIds);
  const items = ticketIds.map((id) => after.get(id)!); // All of them are there.
  await publishMany(
    tx,
    actor,
    items.map(({ id, version, deletedAt }) => ({
      type: "ticket.deleted",
      subject: { kind: "ticket", id },
      version,
      changes: { deletedAt: [null, deletedAt] },
    })),
  );
  return { items };
}
