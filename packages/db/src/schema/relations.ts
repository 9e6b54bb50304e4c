import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { RelationKind } from "../vocabulary";
import { createdAt, tenantPolicy, workspaceId } from "./columns";
import { tickets } from "./tickets";
import { memberships } from "./workspaces";

/** What one ticket is to another: it blocks it, duplicates it. "Relates" has its lower id first. */
export const ticketRelations = pgTable(
  "ticket_relations",
  {
    workspaceId: workspaceId(),
    fromId: uuid().notNull(),
    kind: text().$type<RelationKind>().notNull(),
    toId: uuid().notNull(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.fromId, t.kind, t.toId] }),
    foreignKey({
      name: "ticket_relations_from_fk",
      columns: [t.workspaceId, t.fromId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }),
    foreignKey({
      name: "ticket_relations_to_fk",
      columns: [t.workspaceId, t.toId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }),
    foreignKey({
      name: "ticket_relations_created_by_fk",
      columns: [t.workspaceId, t.createdById],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("ticket_relations_to_idx").on(t.workspaceId, t.toId),
    check("ticket_relations_kind", sql`${t.kind} in ('blocks', 'duplicates', 'relates')`),
    check("ticket_relations_other", sql`${t.fromId} <> ${t.toId}`),
    check("ticket_relations_symmetric", sql`${t.kind} <> 'relates' or ${t.fromId} < ${t.toId}`),
    tenantPolicy(),
  ],
);
