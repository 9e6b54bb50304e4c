import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { WorkspaceRole } from "../vocabulary";
import { createdAt, moment, tenantPolicy, workspaceId } from "./columns";
import { memberships, workspaces } from "./workspaces";

/** One use, for one address. The token itself is nowhere: only its hash is kept. */
export const invites = pgTable(
  "invites",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: uuid().notNull(),
    email: text().notNull(),
    role: text().$type<WorkspaceRole>().notNull(),
    tokenHash: text().notNull(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    acceptedById: uuid(),
    revokedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      name: "invites_created_by_fk",
      columns: [t.workspaceId, t.createdById],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({
      name: "invites_accepted_by_fk",
      columns: [t.workspaceId, t.acceptedById],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    uniqueIndex("invites_token_key").on(t.tokenHash),
    index("invites_created_idx").on(t.workspaceId, t.createdAt, t.id),
    check("invites_role", sql`${t.role} in ('viewer', 'member', 'admin', 'owner')`),
    check("invites_email_lower", sql`${t.email} = lower(${t.email})`),
    tenantPolicy(),
  ],
);
