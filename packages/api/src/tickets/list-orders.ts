import { dueLast, tickets } from "@slacky/db/schema";
import { type AnyColumn, asc, desc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";

import { relevance } from "../search/found-tickets";
import type { sorts } from "./input";

type Sort = (typeof sorts)[number];

export type Order = {
  /** The column or expression sorted by, as Postgres prints it. */
  sortKey: SQL<string | number>;
  by: SQL[];
  /** What comes after a row with this key and id. */
  after: (key: string | number, id: string) => SQL;
  key: z.ZodType<string | number>;
};

/** One row comparison per order, so that a page is one range of an index. */
function order(
  column: AnyColumn | SQL,
  direction: "asc" | "desc",
  cast: string,
  key: z.ZodType<string | number>,
): Order {
  const sorted = direction === "asc" ? asc : desc;
  const beyond = sql.raw(direction === "asc" ? ">" : "<");
  return {
    sortKey: sql<string | number>`${column}`,
    by: [sorted(column), sorted(tickets.id)],
    after: (last, id) =>
      sql`(${column}, ${tickets.id}) ${beyond} (${last}::${sql.raw(cast)}, ${id}::uuid)`,
    key,
  };
}

/** Newest and most urgent first; due dates and ranks from the first, tickets without a date last. */
export const listOrders = {
  created: order(tickets.createdAt, "desc", "timestamptz", z.string()),
  updated: order(tickets.updatedAt, "desc", "timestamptz", z.string()),
  priority: order(tickets.priority, "desc", "smallint", z.number()),
  due: order(dueLast(tickets), "asc", "date", z.string()),
  relevance: order(relevance, "desc", "integer", z.number()),
  // No two live cards of a lane share a rank, so the index of ranks needs no id behind it.
  rank: {
    sortKey: sql<string>`${tickets.rank}`,
    by: [asc(tickets.rank)],
    after: (last) => sql`${tickets.rank} > ${last}`,
    key: z.string(),
  },
} satisfies Record<Sort, Order>;
