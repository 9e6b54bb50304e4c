import type { Tx } from "@slacky/db";
import { projects, tickets } from "@slacky/db/schema";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";

import { packCursor, page, unpackCursor } from "../shared/cursor";
import type { ListTrashInput } from "./input";
import { cardFields, ofItsProject, presentTicket } from "./ticket-fields";

const cursorKey = z.tuple([z.string(), z.string()]);

/** Deleted tickets, the newest in the trash first. */
export async function listTrash(tx: Tx, secret: string, input: ListTrashInput) {
  const { workspaceId, projectId, cursor, limit } = input;
  const scope = JSON.stringify(["tickets.trash", workspaceId, projectId]);
  const after = cursor ? unpackCursor(secret, scope, cursor, cursorKey) : undefined;
  const rows = await tx
    .select(cardFields)
    .from(tickets)
    .innerJoin(projects, ofItsProject)
    .where(
      and(
        eq(tickets.workspaceId, workspaceId),
        isNotNull(tickets.deletedAt),
        projectId ? eq(tickets.projectId, projectId) : undefined,
        after &&
          sql`(${tickets.deletedAt}, ${tickets.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(tickets.deletedAt), desc(tickets.id))
    .limit(limit + 1);
  const { items, nextCursor } = page(rows, limit, (row) =>
    packCursor(secret, scope, [row.deletedAt, row.id]),
  );
  return { items: items.map(presentTicket), nextCursor };
}
