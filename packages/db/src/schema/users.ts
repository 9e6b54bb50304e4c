import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { SessionKind } from "../vocabulary";
import { createdAt, moment } from "./columns";

/** People stand outside the tenant wall. A placeholder from an import has no e-mail and no password. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

/** Apart from users, so that no query for a name can bring a hash along. */
export const passwords = pgTable("passwords", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  hash: text().notNull(),
  updatedAt: createdAt(),
});

/** Both kinds of token carry the id of a row here, and are checked against it on every call. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text().$type<SessionKind>().notNull(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    index("sessions_user_idx").on(t.userId),
    check("sessions_kind", sql`${t.kind} in ('browser', 'bearer')`),
  ],
);
