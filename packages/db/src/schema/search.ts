import { sql } from "drizzle-orm";
import {
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import { tenantPolicy, workspaceId } from "./columns";
import { tickets } from "./tickets";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What search reads of each ticket, kept by triggers on tickets and comments. A table of its own, so
 * that moving a ticket writes neither of its two large indexes.
 */
export const ticketSearch = pgTable(
  "ticket_search",
  {
    workspaceId: workspaceId(),
    ticketId: uuid().notNull(),
    projectId: uuid().notNull(),
    title: text().notNull(),
    /** The words of its title, description and comments, weighted A, B and C. */
    document: tsvector().notNull(),
    /** How much of its description and comments is in there: what more may come has an end. */
    characters: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.ticketId] }),
    foreignKey({
      name: "ticket_search_ticket_fk",
      columns: [t.workspaceId, t.ticketId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }),
    // Scope as text, so that no other index answers this half of the question on its own: for a
    // frequent word the planner would take that one, and unpack each document to look for the word.
    index("ticket_search_document_idx").using(
      "gin",
      sql`(${t.workspaceId}::text)`,
      sql`(${t.projectId}::text)`,
      t.document,
    ),
    index("ticket_search_title_idx").using(
      "gin",
      t.workspaceId,
      t.projectId,
      t.title.op("gin_trgm_ops"),
    ),
    tenantPolicy(),
  ],
);
