import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { Color, StateCategory } from "../vocabulary";
import { createdAt, moment, tenantPolicy, workspaceId } from "./columns";
import { memberships, workspaces } from "./workspaces";

export const projects = pgTable(
  "projects",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: uuid().notNull(),
    /** The prefix of its tickets' keys: ENG in ENG-12. */
    key: text().notNull(),
    name: text().notNull(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
    archivedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      name: "projects_created_by_fk",
      columns: [t.workspaceId, t.createdById],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    uniqueIndex("projects_key_key").on(t.workspaceId, t.key),
    tenantPolicy(),
  ],
);

/** The last ticket number of each project, in a row of its own so that taking one locks nothing else. */
export const ticketCounters = pgTable(
  "ticket_counters",
  {
    workspaceId: workspaceId(),
    projectId: uuid().notNull(),
    lastNumber: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.projectId] }),
    foreignKey({
      name: "ticket_counters_project_fk",
      columns: [t.workspaceId, t.projectId],
      foreignColumns: [projects.workspaceId, projects.id],
    }),
    tenantPolicy(),
  ],
);

/** A workflow's states. The key never changes; a deleted state stays as a row for history. */
export const states = pgTable(
  "states",
  {
    workspaceId: workspaceId(),
    projectId: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    category: text().$type<StateCategory>().notNull(),
    color: text().$type<Color>().notNull(),
    position: smallint().notNull(),
    wipLimit: integer(),
    deletedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.projectId, t.key] }),
    foreignKey({
      name: "states_project_fk",
      columns: [t.workspaceId, t.projectId],
      foreignColumns: [projects.workspaceId, projects.id],
    }),
    check("states_wip_limit", sql`${t.wipLimit} > 0`),
    check("states_category", sql`${t.category} in ('open', 'in_progress', 'resolved', 'closed')`),
    tenantPolicy(),
  ],
);

/** The moves a workflow allows. What is not listed is refused. */
export const transitions = pgTable(
  "transitions",
  {
    workspaceId: workspaceId(),
    projectId: uuid().notNull(),
    fromKey: text().notNull(),
    toKey: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.projectId, t.fromKey, t.toKey] }),
    foreignKey({
      name: "transitions_from_fk",
      columns: [t.workspaceId, t.projectId, t.fromKey],
      foreignColumns: [states.workspaceId, states.projectId, states.key],
    }),
    foreignKey({
      name: "transitions_to_fk",
      columns: [t.workspaceId, t.projectId, t.toKey],
      foreignColumns: [states.workspaceId, states.projectId, states.key],
    }),
    tenantPolicy(),
  ],
);
