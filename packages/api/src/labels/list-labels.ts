import type { Tx } from "@slacky/db";
import { labels } from "@slacky/db/schema";
import { asc, eq, sql } from "drizzle-orm";

export async function listLabels(tx: Tx, workspaceId: string) {
  const items = await tx
    .select({ id: labels.id, name: labels.name, color: labels.color })
    .from(labels)
    .where(eq(labels.workspaceId, workspaceId))
    .orderBy(asc(sql`lower(${labels.name})`), asc(labels.id));
  return { items };
}
