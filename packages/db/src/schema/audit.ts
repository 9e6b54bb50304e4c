import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { ActorKind } from "../vocabulary";
import { moment, tenantPolicy, workspaceId } from "./columns";
import type { Changes } from "./events";
import { workspaces } from "./workspaces";

/**
 * What happened, entry by entry, numbered as the outbox is. Each hash is over the entry and the hash
 * before it (`audit_hash`), so that an altered entry shows. Append-only.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    seq: bigint({ mode: "number" }).notNull(),
    type: text().notNull(),
    actorId: uuid().notNull(),
    actorKind: text().$type<ActorKind>().notNull(),
    requestId: text().notNull(),
    at: moment().notNull(),
    subject: jsonb().$type<{ kind: string; id: string }>().notNull(),
    version: integer(),
    changes: jsonb().$type<Changes>().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] }), tenantPolicy()],
);

/** How far the log of a workspace is, and its last hash. Whoever writes the log holds this row. */
export const auditCursors = pgTable(
  "audit_cursors",
  {
    workspaceId: workspaceId()
      .primaryKey()
      .references(() => workspaces.id),
    seq: bigint({ mode: "number" }).notNull().default(0),
    hash: text().notNull().default(""),
  },
  () => [tenantPolicy()],
);
