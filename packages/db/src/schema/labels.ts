import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { Color } from "../vocabulary";
import { createdAt, tenantPolicy, workspaceId } from "./columns";
import { tickets } from "./tickets";
import { workspaces } from "./workspaces";

export const labels = pgTable(
  "labels",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: uuid().notNull(),
    name: text().notNull(),
    color: text().$type<Color>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("labels_name_key").on(t.workspaceId, sql`lower(${t.name})`),
    tenantPolicy(),
  ],
);

export const ticketLabels = pgTable(
  "ticket_labels",
  {
    workspaceId: workspaceId(),
    ticketId: uuid().notNull(),
    labelId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.ticketId, t.labelId] }),
    foreignKey({
      name: "ticket_labels_ticket_fk",
      columns: [t.workspaceId, t.ticketId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }),
    foreignKey({
      name: "ticket_labels_label_fk",
      columns: [t.workspaceId, t.labelId],
      foreignColumns: [labels.workspaceId, labels.id],
    }),
    index("ticket_labels_label_idx").on(t.workspaceId, t.labelId, t.ticketId),
    tenantPolicy(),
  ],
);
