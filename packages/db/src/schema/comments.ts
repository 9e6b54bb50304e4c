import { isNull } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, moment, tenantPolicy, workspaceId } from "./columns";
import { tickets } from "./tickets";
import { memberships } from "./workspaces";

export const comments = pgTable(
  "comments",
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    ticketId: uuid().notNull(),
    authorId: uuid().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    editedAt: moment(),
    deletedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      name: "comments_ticket_fk",
      columns: [t.workspaceId, t.ticketId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }),
    foreignKey({
      name: "comments_author_fk",
      columns: [t.workspaceId, t.authorId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("comments_ticket_live_idx")
      .on(t.workspaceId, t.ticketId, t.createdAt, t.id)
      .where(isNull(t.deletedAt)),
    tenantPolicy(),
  ],
);

/** What a comment said before, append-only: Postgres refuses every update and delete. */
export const commentVersions = pgTable(
  "comment_versions",
  {
    workspaceId: workspaceId(),
    commentId: uuid().notNull(),
    /** Per comment, from 1, the oldest. */
    seq: integer().notNull(),
    body: text().notNull(),
    writtenAt: moment().notNull(),
    replacedAt: moment().notNull(),
    replacedById: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.commentId, t.seq] }),
    foreignKey({
      name: "comment_versions_comment_fk",
      columns: [t.workspaceId, t.commentId],
      foreignColumns: [comments.workspaceId, comments.id],
    }),
    foreignKey({
      name: "comment_versions_replaced_by_fk",
      columns: [t.workspaceId, t.replacedById],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    tenantPolicy(),
  ],
);

/** The members that a comment, as it stands, speaks to. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    workspaceId: workspaceId(),
    commentId: uuid().notNull(),
    userId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.commentId, t.userId] }),
    foreignKey({
      name: "comment_mentions_comment_fk",
      columns: [t.workspaceId, t.commentId],
      foreignColumns: [comments.workspaceId, comments.id],
    }),
    foreignKey({
      name: "comment_mentions_member_fk",
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("comment_mentions_user_idx").on(t.workspaceId, t.userId, t.commentId),
    tenantPolicy(),
  ],
);
