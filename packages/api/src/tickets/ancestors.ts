import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";

/** A ticket's parent, that one's parent, and so on to the top, without the ticket itself. */
export async function ancestorsOf(
  tx: Tx,
  workspaceId: string,
  ticketId: string,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive up (id) as (
      select parent_id from tickets where workspace_id = ${workspaceId} and id = ${ticketId}
      union
      select t.parent_id from tickets t join up on t.id = up.id where t.workspace_id = ${workspaceId}
    )
    select id from up where id is not null`);
  return rows.map((row) => row.id);
}
