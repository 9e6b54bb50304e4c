import { type Db, type Tx, transaction } from "@slacky/db";
import { sql } from "drizzle-orm";

import type { Tenant } from "./two-tenants";

/** A table with a policy: the column that it compares, and what the application's role may do there. */
export type Wall = { table: string; column: string; policy: string; rights: Right[] };

type Right = "SELECT" | "INSERT" | "UPDATE" | "DELETE";

/** What stopped a statement, or whether it reached any row. */
type Answer = "policy" | "privilege" | "nothing" | "reached";

/** Every table that belongs to a tenant, whether its wall stands or not. */
export const wallsOf = (owner: Db, role: string) =>
  owner.execute<Wall>(sql`
    select c.relname as table,
      case c.relname when 'workspaces' then 'id' when 'idempotency_keys' then 'user_id' else 'workspace_id' end as column,
      case c.relname when 'idempotency_keys' then 'own' else 'tenant' end as policy,
      array(select r from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) r
        where has_table_privilege(${role}, c.oid, r)) as rights
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (c.relname in ('workspaces', 'idempotency_keys') or exists (
        select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id'))
    order by 1`);

export const enter = (tx: Tx, tenant: Tenant) =>
  tx.execute(sql`select * from enter_workspace(${tenant.userId}, ${tenant.sessionId},
    ${tenant.workspaceId}, 'none', '{}')`);

type Rows = { table: string; column: string; mine: string; theirs: string; theirRow: string };
type Probe = { right: Right; inside: boolean; statement: (rows: Rows) => string; standing: Answer };

const readTheirs = ({ table, column, theirs }: Rows) =>
  `select 1 from ${table} where ${column} = '${theirs}'`;
const insertTheirs = ({ table, theirRow }: Rows) =>
  `insert into ${table} select * from jsonb_populate_record(null::${table}, '${theirRow}')`;
const updateTheirs = ({ table, column, theirs }: Rows) =>
  `update ${table} set ${column} = ${column} where ${column} = '${theirs}'`;
const deleteTheirs = ({ table, column, theirs }: Rows) =>
  `delete from ${table} where ${column} = '${theirs}'`;

/** What is tried at each wall, in no workspace and inside one's own, and what a wall that stands answers. */
const probes: Record<string, Probe> = {
  "read, outside": { right: "SELECT", inside: false, statement: readTheirs, standing: "nothing" },
  "insert, outside": {
    ...{ right: "INSERT", inside: false, statement: insertTheirs, standing: "policy" },
  },
  "update, outside": {
    ...{ right: "UPDATE", inside: false, statement: updateTheirs, standing: "nothing" },
  },
  "delete, outside": {
    ...{ right: "DELETE", inside: false, statement: deleteTheirs, standing: "nothing" },
  },
  "read one's own": {
    ...{ right: "SELECT", inside: true, standing: "reached" },
    statement: ({ table, column, mine }) => `select 1 from ${table} where ${column} = '${mine}'`,
  },
  "read theirs": { right: "SELECT", inside: true, statement: readTheirs, standing: "nothing" },
  "insert as theirs": {
    right: "INSERT",
    inside: true,
    statement: insertTheirs,
    standing: "policy",
  },
  "update theirs": { right: "UPDATE", inside: true, statement: updateTheirs, standing: "nothing" },
  "delete theirs": { right: "DELETE", inside: true, statement: deleteTheirs, standing: "nothing" },
  "make one's own theirs": {
    ...{ right: "UPDATE", inside: true, standing: "policy" },
    // A condition would read, and what may be read would then be checked of the new rows as well.
    statement: ({ table, column, theirs }) => `update ${table} set ${column} = '${theirs}'`,
  },
};

/** The answers of a wall that stands; of one taken down; and of one that lets nobody through. */
export const answersOf = {
  standing: ({ rights }: Wall) => answers(rights, ({ standing }) => standing),
  takenDown: ({ rights }: Wall) => answers(rights, () => "reached"),
  shut: ({ rights }: Wall) =>
    answers(rights, ({ right }) => (right === "INSERT" ? "policy" : "nothing")),
};

const answers = (rights: Right[], answer: (probe: Probe) => Answer): Record<string, Answer> =>
  Object.fromEntries(
    Object.entries(probes).map(([name, probe]) => [
      name,
      rights.includes(probe.right) ? answer(probe) : "privilege",
    ]),
  );

/** Tries every probe at a wall, each in a transaction that is rolled back. */
export async function tryWall(
  { db, owner }: { db: Db; owner: Db },
  { table, column }: Wall,
  [mine, theirs]: readonly [Tenant, Tenant],
): Promise<Record<string, Answer>> {
  const of = (tenant: Tenant) => (column === "user_id" ? tenant.userId : tenant.workspaceId);
  const [row] = await owner.execute<{ json: string }>(
    sql.raw(`select replace(to_jsonb(t)::text, '''', '''''') as json from ${table} t
      where ${column} = '${of(theirs)}' limit 1`),
  );
  if (!row) throw new Error(`${table} has no row of the other tenant`);
  const rows = { table, column, mine: of(mine), theirs: of(theirs), theirRow: row.json };
  const found: Record<string, Answer> = {};
  for (const [name, { inside, statement }] of Object.entries(probes)) {
    found[name] = await tryStatement(db, inside ? mine : null, statement(rows));
  }
  return found;
}

class RolledBack extends Error {
  readonly count: number;
  constructor(count: number) {
    super("rolled back");
    this.count = count;
  }
}

function tryStatement(db: Db, entered: Tenant | null, statement: string): Promise<Answer> {
  return transaction(db, "write", async (tx): Promise<Answer> => {
    if (entered) await enter(tx, entered);
    throw new RolledBack((await tx.execute(sql.raw(statement))).count);
  }).catch((error: Error) => {
    if (error instanceof RolledBack) return error.count > 0 ? "reached" : "nothing";
    return refusal(error);
  });
}

/** A privilege that is missing has the policy's SQLSTATE, so only the words tell them apart. */
function refusal(error: Error): Answer {
  const { code = "", message = "" } = (error.cause ?? {}) as { code?: string; message?: string };
  if (message.includes("row-level security policy")) return "policy";
  if (message.startsWith("permission denied for table")) return "privilege";
  // Constraints are checked after the policy: it has let the row through.
  if (code.startsWith("23")) return "reached";
  throw error;
}
