import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

/** The place of each state in its workflow. The caller holds the project FOR UPDATE. */
export async function writeStateOrder(
  tx: Tx,
  { workspaceId, projectId }: { workspaceId: string; projectId: string },
  keys: string[],
): Promise<void> {
  await tx.execute(sql`
    update states set position = wanted.place
    from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) with ordinality as wanted (key, place)
    where states.workspace_id = ${workspaceId} and states.project_id = ${projectId}
      and states.key = wanted.key`);
}
