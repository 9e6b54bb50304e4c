import { type Db, transaction } from "@slacky/db";
import { auditCursors } from "@slacky/db/schema";
import { eq, sql } from "drizzle-orm";

const AT_ONCE = 200;

/**
 * Copies what is new in the outbox of a workspace into its audit log, some at a time,
 * and says how many. Entries and cursor move in one transaction, and one worker at a time holds the
 * cursor: whenever a worker dies, the next goes on where the log ends. 0 also when another is at it.
 */
export async function projectAudit(db: Db, workspaceId: string): Promise<number> {
  return transaction(db, "write", async (tx) => {
    const [door] = await tx.execute<{ open: boolean }>(
      sql`select enter_as_worker(${workspaceId}) as open`,
    );
    if (!door?.open) return 0;
    await tx.insert(auditCursors).values({ workspaceId }).onConflictDoNothing();
    const [held] = await tx
      .select({ seq: auditCursors.seq })
      .from(auditCursors)
      .where(eq(auditCursors.workspaceId, workspaceId))
      .for("update", { skipLocked: true });
    if (!held) return 0;

    const [moved] = await tx.execute<{ written: number }>(sql`
      with recursive batch as materialized (
        select * from events
        where workspace_id = ${workspaceId} and seq > ${held.seq} and seq <= ${held.seq + AT_ONCE}
      ), chain as (
        select c.seq, c.hash from audit_cursors c where c.workspace_id = ${workspaceId}
        union all
        select e.seq, audit_hash(chain.hash, e.workspace_id, e.seq, e.type, e.actor_id, e.actor_kind,
          e.request_id, e.at, e.subject, e.version, e.changes)
        from chain join batch e on e.seq = chain.seq + 1
      ), written as (
        insert into audit_log (workspace_id, seq, type, actor_id, actor_kind, request_id, at, subject,
          version, changes, hash)
        select e.workspace_id, e.seq, e.type, e.actor_id, e.actor_kind, e.request_id, e.at, e.subject,
          e.version, e.changes, chain.hash
        from chain join batch e on e.seq = chain.seq
        returning seq, hash
      )
      update audit_cursors c set seq = head.seq, hash = head.hash
      from (select seq, hash from written order by seq desc limit 1) head
      where c.workspace_id = ${workspaceId}
      returning (c.seq - ${held.seq})::int as written`);
    return moved?.written ?? 0;
  });
}
