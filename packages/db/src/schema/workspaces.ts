import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { WorkspaceRole } from "../vocabulary";
import { createdAt, moment, tenantPolicy, workspaceId } from "./columns";
import { users } from "./users";

const thisWorkspace = sql`id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)`;

export const workspaces = pgTable(
  "workspaces",
  {
    id: uuid().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("workspaces_slug_key").on(t.slug),
    pgPolicy("tenant", { for: "all", using: thisWorkspace, withCheck: thisWorkspace }),
  ],
);

/** Never deleted: a membership ends, so that history keeps its names. */
export const memberships = pgTable(
  "memberships",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: text().$type<WorkspaceRole>().notNull(),
    createdAt: createdAt(),
    endedAt: moment(),
    /** The member that this placeholder turned out to be; reads resolve it. */
    mergedInto: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    foreignKey({
      name: "memberships_merged_into_fk",
      columns: [t.workspaceId, t.mergedInto],
      foreignColumns: [t.workspaceId, t.userId],
    }),
    index("memberships_user_idx").on(t.userId),
    check("memberships_role", sql`${t.role} in ('viewer', 'member', 'admin', 'owner')`),
    tenantPolicy(),
  ],
);

/** The last number handed out in the workspace's outbox. */
export const eventCounters = pgTable(
  "event_counters",
  {
    workspaceId: workspaceId()
      .primaryKey()
      .references(() => workspaces.id),
    lastSeq: bigint({ mode: "number" }).notNull().default(0),
  },
  () => [tenantPolicy()],
);
