import type { Tx } from "@slacky/db";
import { ticketLabels } from "@slacky/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";

type Labelling = { add: string[]; remove: string[] };

/** Puts labels on all of these tickets and takes others off. The caller holds the tickets. */
export async function writeLabels(
  tx: Tx,
  workspaceId: string,
  ticketIds: string[],
  { add, remove }: Labelling,
): Promise<void> {
  if (ticketIds.length === 0) return;
  if (remove.length > 0) {
    await tx
      .delete(ticketLabels)
      .where(
        and(
          eq(ticketLabels.workspaceId, workspaceId),
          inArray(ticketLabels.ticketId, ticketIds),
          inArray(ticketLabels.labelId, remove),
        ),
      );
  }
  if (add.length > 0) {
    await tx.execute(sql`
      insert into ticket_labels (workspace_id, ticket_id, label_id)
      select ${workspaceId}, ticket.id, label.id
      from unnest(${`{${ticketIds.join(",")}}`}::uuid[]) as ticket (id),
        unnest(${`{${add.join(",")}}`}::uuid[]) as label (id)
      on conflict do nothing`);
  }
}
