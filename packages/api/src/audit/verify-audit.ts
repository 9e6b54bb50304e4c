import type { Tx } from "@slacky/db";
import { auditCursors } from "@slacky/db/schema";
import { eq, sql } from "drizzle-orm";

/** Entries in one statement, which has to end within the time that statements have. */
const AT_ONCE = 10_000;

export type AuditVerdict = {
  ok: boolean;
  checked: number;
  /** The first entry that is altered, missing, out of its place, or beyond the end of the log. */
  firstBad: number | null;
  /** The last hash. Who keeps it elsewhere can later tell that nothing before it was rewritten. */
  head: string;
};

type Page = { checked: number; first_bad: string | null; last_seq: string; last_hash: string };

/** Goes through the whole log of a workspace, in a transaction that sees one moment. */
export async function verifyAudit(tx: Tx, workspaceId: string): Promise<AuditVerdict> {
  const end = await endOfLog(tx, workspaceId);
  let checked = 0;
  let firstBad: number | null = null;
  let last = { seq: 0, hash: "" };
  for (;;) {
    const [page] = await tx.execute<Page>(
      sql`select * from audit_check(${workspaceId}, ${last.seq}, ${last.hash}, ${AT_ONCE})`,
    );
    if (!page?.checked) break;
    checked += page.checked;
    if (page.first_bad !== null) firstBad ??= Number(page.first_bad);
    last = { seq: Number(page.last_seq), hash: page.last_hash };
  }
  firstBad ??= badEnd(last, end);
  return { ok: firstBad === null, checked, firstBad, head: end.hash };
}

/** Where the cursor says that the log ends: entries missing there break no chain. */
async function endOfLog(tx: Tx, workspaceId: string) {
  const [cursor] = await tx
    .select({ seq: auditCursors.seq, hash: auditCursors.hash })
    .from(auditCursors)
    .where(eq(auditCursors.workspaceId, workspaceId));
  return cursor ?? { seq: 0, hash: "" };
}

function badEnd(last: { seq: number; hash: string }, end: typeof last): number | null {
  if (last.seq !== end.seq) return Math.min(last.seq, end.seq) + 1;
  return last.hash === end.hash ? null : last.seq;
}
