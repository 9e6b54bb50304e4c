import { type Db, type Tx, transaction } from "@slacky/db";
import { workspaces } from "@slacky/db/schema";
import { sql } from "drizzle-orm";

import { verifyAudit } from "../audit/verify-audit";
import { invariants } from "./invariants";

/** One place where something that always holds does not. */
export type Finding = { invariant: string; workspaceId: string; what: string };

const MOST_OF_ONE_KIND = 100;
const DEADLINE_MS = 3_600_000;
const CHAIN = "the audit log is a chain from its first entry to its last";

/** Looks at a whole database as it is at one moment. It has to be signed in as the owner of the tables. */
export async function examine(db: Db): Promise<Finding[]> {
  return transaction(db, "read", examineWithin, { deadlineMs: DEADLINE_MS });
}

/** The same, in a transaction that sees one moment. */
export async function examineWithin(tx: Tx): Promise<Finding[]> {
  await tx.execute(sql`set local statement_timeout = 0`);
  await refuseBehindTheWall(tx);
  const findings: Finding[] = [];
  for (const { name, broken } of invariants) {
    const rows = await tx.execute<{ workspace_id: string; what: string }>(
      sql`select * from (${broken}) found limit ${MOST_OF_ONE_KIND}`,
    );
    for (const { workspace_id: workspaceId, what } of rows) {
      findings.push({ invariant: name, workspaceId, what });
    }
  }
  return [...findings, ...(await brokenChains(tx))];
}

async function brokenChains(tx: Tx): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id } of await tx.select({ id: workspaces.id }).from(workspaces)) {
    const { firstBad } = await verifyAudit(tx, id);
    if (firstBad !== null)
      findings.push({ invariant: CHAIN, workspaceId: id, what: `entry ${firstBad}` });
  }
  return findings;
}

/** Whom the wall stands before sees an empty database, and that one is in order. */
async function refuseBehindTheWall(tx: Tx): Promise<void> {
  const [row] = await tx.execute<{ walled: boolean }>(
    sql`select row_security_active('tickets') as walled`,
  );
  if (row?.walled) throw new Error("Only the owner of the tables sees all of them.");
}
