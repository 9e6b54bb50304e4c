import type { Tx } from "@slacky/db";
import { ticketRelations as relations } from "@slacky/db/schema";
import { and, eq, inArray, or } from "drizzle-orm";

import { publish } from "../events/publish";
import type { Actor } from "../trpc/gate";
import type { RelationInput } from "./input";
import { listRelations } from "./list-relations";
import { lockPair } from "./lock-pair";
import { assertRelatable, endsOf } from "./relation-rules";

/** Says what a ticket is to another. Saying it again changes nothing. */
export async function addRelation(
  tx: Tx,
  actor: Actor,
  { ticketId, kind, otherId }: RelationInput,
) {
  const { workspaceId } = actor;
  await lockPair(tx, workspaceId, ticketId, otherId);
  const fresh = { kind, ...endsOf(kind, ticketId, otherId) };
  const existing = await relationsOf(tx, workspaceId, [ticketId, otherId]);
  const known = existing.some(
    (one) => one.kind === kind && one.fromId === fresh.fromId && one.toId === fresh.toId,
  );
  if (!known) {
    assertRelatable(fresh, existing);
    await tx.insert(relations).values({ workspaceId, ...fresh, createdById: actor.userId });
    await publish(tx, actor, {
      type: "relation.added",
      subject: { kind: "ticket", id: fresh.fromId },
      changes: { [kind]: [null, fresh.toId] },
    });
  }
  return listRelations(tx, workspaceId, ticketId);
}

async function relationsOf(tx: Tx, workspaceId: string, ticketIds: string[]) {
  return tx
    .select({ kind: relations.kind, fromId: relations.fromId, toId: relations.toId })
    .from(relations)
    .where(
      and(
        eq(relations.workspaceId, workspaceId),
        or(inArray(relations.fromId, ticketIds), inArray(relations.toId, ticketIds)),
      ),
    );
}
