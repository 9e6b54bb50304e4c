import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, tenantPolicy, workspaceId } from "./columns";
import { tickets } from "./tickets";
import { memberships } from "./workspaces";

/** One file brought in: what undoing it needs. */
export const importBatches = pgTable(
  "import_batches",
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    source: text().notNull(),
    fileName: text().notNull(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
    report: jsonb().$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      name: "import_batches_created_by_fk",
      columns: [t.workspaceId, t.createdById],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    tenantPolicy(),
  ],
);

/** Which ticket a record of another tracker became: a second import finds it here. */
export const externalRefs = pgTable(
  "external_refs",
  {
    workspaceId: workspaceId(),
    source: text().notNull(),
    externalId: text().notNull(),
    ticketId: uuid().notNull(),
    contentHash: text().notNull(),
    batchId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.source, t.externalId] }),
    foreignKey({
      name: "external_refs_ticket_fk",
      columns: [t.workspaceId, t.ticketId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }),
    foreignKey({
      name: "external_refs_batch_fk",
      columns: [t.workspaceId, t.batchId],
      foreignColumns: [importBatches.workspaceId, importBatches.id],
    }),
    index("external_refs_ticket_idx").on(t.workspaceId, t.ticketId),
    tenantPolicy(),
  ],
);

/** Which placeholder a person of another tracker became. */
export const externalPeople = pgTable(
  "external_people",
  {
    workspaceId: workspaceId(),
    source: text().notNull(),
    externalId: text().notNull(),
    userId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.source, t.externalId] }),
    foreignKey({
      name: "external_people_member_fk",
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    tenantPolicy(),
  ],
);
