import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import type { ActorKind } from "../vocabulary";
import { createdAt, moment, tenantPolicy, workspaceId } from "./columns";
import { users } from "./users";
import { workspaces } from "./workspaces";

/** What changed, field by field: [from, to]. */
export type Changes = Record<string, [from: unknown, to: unknown]>;

/** The outbox: one row per change, gapless, numbered in order of commit. Append-only. */
export const events = pgTable(
  "events",
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
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] }), tenantPolicy()],
);

const thisUser = sql`user_id = (select nullif(current_setting('slacky.user_id', true), '')::uuid)`;

/** Answers of mutations already made, so that repeating one is safe. Each user sees their own. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    key: text().notNull(),
    requestHash: text().notNull(),
    response: jsonb().$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.key] }),
    check("idempotency_keys_length", sql`length(${t.key}) between 1 and 255`),
    index("idempotency_keys_created_idx").on(t.createdAt),
    pgPolicy("own", { for: "all", using: thisUser, withCheck: thisUser }),
  ],
);
