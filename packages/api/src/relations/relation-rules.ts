import type { RelationKind } from "@slacky/db/vocabulary";

import { conflict } from "../shared/domain-error";
import { limits } from "../shared/limits";

type Ends = { fromId: string; toId: string };
type Relation = Ends & { kind: RelationKind };

/** The ends as they are kept: a relation that reads alike both ways has its lower id first. */
export function endsOf(kind: RelationKind, ticketId: string, otherId: string): Ends {
  const turned = kind === "relates" && otherId < ticketId;
  return turned ? { fromId: otherId, toId: ticketId } : { fromId: ticketId, toId: otherId };
}

/** Throws when `existing`, every relation of both tickets, contradicts the new one or is too many already. */
export function assertRelatable(fresh: Relation, existing: readonly Relation[]): void {
  const { kind, fromId, toId } = fresh;
  if (existing.some((one) => one.kind === kind && one.fromId === toId && one.toId === fromId)) {
    throw conflict("relation_reversed", `The other ticket already ${kind} this one`);
  }
  for (const id of [fromId, toId]) {
    const count = existing.filter((one) => one.fromId === id || one.toId === id).length;
    if (count >= limits.relationsPerTicket) {
      throw conflict(
        "too_many_relations",
        `A ticket has at most ${limits.relationsPerTicket} relations`,
        { ticketId: id },
      );
    }
  }
}
