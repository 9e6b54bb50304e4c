import type { Tx } from "@slacky/db";
import { auditLog } from "@slacky/db/schema";
import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import { z } from "zod";

import { packCursor, page, unpackCursor } from "../shared/cursor";
import type { ListAuditInput } from "./input";

const { workspaceId: _, ...columns } = getTableColumns(auditLog);

/** The newest first. */
export async function listAudit(
  tx: Tx,
  secret: string,
  { workspaceId, cursor, limit }: ListAuditInput,
) {
  const scope = `audit ${workspaceId}`;
  const [before] =
    cursor === undefined ? [] : unpackCursor(secret, scope, cursor, z.tuple([z.int()]));
  const rows = await tx
    .select(columns)
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, workspaceId),
        before === undefined ? undefined : lt(auditLog.seq, before),
      ),
    )
    .orderBy(desc(auditLog.seq))
    .limit(limit + 1);
  return page(rows, limit, ({ seq }) => packCursor(secret, scope, [seq]));
}
