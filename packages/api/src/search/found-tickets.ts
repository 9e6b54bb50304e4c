import { tickets } from "@slacky/db/schema";
import { type SQL, sql } from "drizzle-orm";

/** `words` asks for tickets that have them, `near` for titles that come close to them. */
export type Found = "words" | "near";

const doors = {
  words: sql.raw("search_tickets"),
  near: sql.raw("similar_tickets"),
} as const satisfies Record<Found, SQL>;

/** What a search finds in this workspace, as a table to join tickets with. */
export const foundTickets = (words: string, projectId: string | undefined, by: Found): SQL =>
  sql`${doors[by]}(${words}, ${projectId ?? null}::uuid) as found`;

export const isFound = sql`found.ticket_id = ${tickets.id}`;

/** How well a found ticket answers; the one that was asked for by its key is above all others. */
export const relevance = sql<number>`found.relevance`;
