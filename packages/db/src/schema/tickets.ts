import { isNotNull, isNull, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { createdAt, moment, rankText, tenantPolicy, workspaceId } from "./columns";
import { projects, states } from "./projects";
import { memberships } from "./workspaces";

/** The due date as lists sort it: without one comes last, and is still a value to page on. */
// Postgres takes coalesce for leaky, and a leaky comparison does not drive an index under a policy.
export const dueLast = ({ dueOn }: { dueOn: AnyPgColumn }) =>
  sql`(case when ${dueOn} is null then 'infinity'::date else ${dueOn} end)`;

export const tickets = pgTable(
  "tickets",
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    projectId: uuid().notNull(),
    number: integer().notNull(),
    title: text().notNull(),
    description: text().notNull().default(""),
    /** The current state, also the last row of its history. */
    state: text().notNull(),
    priority: smallint().notNull().default(0),
    assigneeId: uuid(),
    reporterId: uuid().notNull(),
    dueOn: date({ mode: "string" }),
    /** In points, of whatever the team counts in. */
    estimate: smallint(),
    parentId: uuid(),
    /** Its place in the lane (project, state). */
    rank: rankText().notNull(),
    version: integer().notNull().default(1),
    /** The version at which each field last changed: what merging disjoint edits needs. */
    fieldVersions: jsonb().$type<Record<string, number>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    deletedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      name: "tickets_project_fk",
      columns: [t.workspaceId, t.projectId],
      foreignColumns: [projects.workspaceId, projects.id],
    }),
    foreignKey({
      name: "tickets_state_fk",
      columns: [t.workspaceId, t.projectId, t.state],
      foreignColumns: [states.workspaceId, states.projectId, states.key],
    }),
    foreignKey({
      name: "tickets_assignee_fk",
      columns: [t.workspaceId, t.assigneeId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({
      name: "tickets_reporter_fk",
      columns: [t.workspaceId, t.reporterId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({
      name: "tickets_parent_fk",
      columns: [t.workspaceId, t.parentId],
      foreignColumns: [t.workspaceId, t.id],
    }),
    uniqueIndex("tickets_number_key").on(t.workspaceId, t.projectId, t.number),
    // The board, and the backstop of ranks: one place, one live ticket.
    uniqueIndex("tickets_lane_rank_live_key")
      .on(t.workspaceId, t.projectId, t.state, t.rank)
      .where(isNull(t.deletedAt)),
    // One for each order that lists have, of the whole workspace and of one project, ending in the id.
    index("tickets_created_live_idx")
      .on(t.workspaceId, t.createdAt, t.id)
      .where(isNull(t.deletedAt)),
    index("tickets_updated_live_idx")
      .on(t.workspaceId, t.updatedAt, t.id)
      .where(isNull(t.deletedAt)),
    index("tickets_priority_live_idx")
      .on(t.workspaceId, t.priority, t.id)
      .where(isNull(t.deletedAt)),
    index("tickets_due_live_idx").on(t.workspaceId, dueLast(t), t.id).where(isNull(t.deletedAt)),
    index("tickets_project_created_live_idx")
      .on(t.workspaceId, t.projectId, t.createdAt, t.id)
      .where(isNull(t.deletedAt)),
    index("tickets_project_updated_live_idx")
      .on(t.workspaceId, t.projectId, t.updatedAt, t.id)
      .where(isNull(t.deletedAt)),
    index("tickets_project_priority_live_idx")
      .on(t.workspaceId, t.projectId, t.priority, t.id)
      .where(isNull(t.deletedAt)),
    index("tickets_project_due_live_idx")
      .on(t.workspaceId, t.projectId, dueLast(t), t.id)
      .where(isNull(t.deletedAt)),
    // What somebody has; in another order than this one, it is little enough to be sorted.
    index("tickets_assignee_live_idx")
      .on(t.workspaceId, t.assigneeId, t.updatedAt, t.id)
      .where(sql`${isNotNull(t.assigneeId)} and ${isNull(t.deletedAt)}`),
    index("tickets_parent_live_idx")
      .on(t.workspaceId, t.parentId, t.createdAt, t.id)
      .where(sql`${isNotNull(t.parentId)} and ${isNull(t.deletedAt)}`),
    index("tickets_trash_idx").on(t.workspaceId, t.deletedAt, t.id).where(isNotNull(t.deletedAt)),
    check("tickets_title_not_blank", sql`btrim(${t.title}) <> ''`),
    check("tickets_priority", sql`${t.priority} between 0 and 4`),
    check("tickets_estimate", sql`${t.estimate} between 0 and 1000`),
    check("tickets_not_own_parent", sql`${t.parentId} <> ${t.id}`),
    tenantPolicy(),
  ],
);

/** Append-only: Postgres refuses every update and delete. */
export const ticketStatusHistory = pgTable(
  "ticket_status_history",
  {
    workspaceId: workspaceId(),
    ticketId: uuid().notNull(),
    /** Per ticket, from 1. The first row is the creation, from nothing. */
    seq: integer().notNull(),
    fromState: text(),
    toState: text().notNull(),
    byId: uuid().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.ticketId, t.seq] }),
    foreignKey({
      name: "ticket_status_history_ticket_fk",
      columns: [t.workspaceId, t.ticketId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }),
    foreignKey({
      name: "ticket_status_history_by_fk",
      columns: [t.workspaceId, t.byId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    check("ticket_status_history_first", sql`(${t.seq} = 1) = (${t.fromState} is null)`),
    tenantPolicy(),
  ],
);
