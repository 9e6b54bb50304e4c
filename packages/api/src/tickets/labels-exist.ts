import type { Tx } from "@slacky/db";
import { labels } from "@slacky/db/schema";
import { and, count, eq, inArray } from "drizzle-orm";

import { notFound } from "../shared/domain-error";

/** Throws unless every id is a label of this workspace. `labelIds` must not repeat. */
export async function assertLabelsExist(
  tx: Tx,
  workspaceId: string,
  labelIds: string[],
): Promise<void> {
  if (labelIds.length === 0) return;
  const [found] = await tx
    .select({ count: count() })
    .from(labels)
    .where(and(eq(labels.workspaceId, workspaceId), inArray(labels.id, labelIds)));
  if (found?.count !== labelIds.length) throw notFound("Label");
}
