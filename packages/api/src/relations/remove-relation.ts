import type { Tx } from "@slacky/db";
import { ticketRelations as relations } from "@slacky/db/schema";
import { and, eq } from "drizzle-orm";

import { publish } from "../events/publish";
import { notFound } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import type { RelationInput } from "./input";
import { listRelations } from "./list-relations";
import { lockPair } from "./lock-pair";
import { endsOf } from "./relation-rules";

export async function removeRelation(tx: Tx, actor: Actor, input: RelationInput) {
  const { workspaceId } = actor;
  const { ticketId, kind, otherId } = input;
  await lockPair(tx, workspaceId, ticketId, otherId);
  const { fromId, toId } = endsOf(kind, ticketId, otherId);
  const removed = await tx
    .delete(relations)
    .where(
      and(
        eq(relations.workspaceId, workspaceId),
        eq(relations.fromId, fromId),
        eq(relations.kind, kind),
        eq(relations.toId, toId),
      ),
    )
    .returning({ kind: relations.kind });
  if (removed.length === 0) throw notFound("Relation");
  await publish(tx, actor, {
    type: "relation.removed",
    subject: { kind: "ticket", id: fromId },
    changes: { [kind]: [toId, null] },
  });
  return listRelations(tx, workspaceId, ticketId);
}
