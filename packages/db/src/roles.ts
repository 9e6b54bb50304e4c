import type { Sql } from "postgres";

/** Duplicate object, unique violation, and "tuple concurrently updated". */
const raced = ["42710", "23505", "XX000"];
const INSUFFICIENT_PRIVILEGE = "42501";

/** Roles belong to the cluster, so the application's is named after the database. */
export function appRoleOf(databaseUrl: string): string {
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || "postgres";
  return `${database}_app`;
}

/**
 * The role that owns nothing, made when it is missing and granted to the one signed in. Where that
 * one may not, the error carries the SQL that an administrator has to run.
 */
export async function ensureAppRole(sql: Sql, role: string): Promise<void> {
  const [state] = await sql<{ present: boolean; usable: boolean }[]>`
    select r.rolname is not null as present,
           coalesce(pg_has_role(current_user, r.oid, 'set'), false) as usable
    from (select 1) one left join pg_roles r on r.rolname = ${role}`.catch(memberOnOldServers);
  if (state?.present && state.usable) return;
  try {
    if (!state?.present) await unlessRaced(sql`create role ${sql(role)} nologin`);
    await unlessRaced(sql`grant ${sql(role)} to current_user`);
  } catch (error) {
    if (codeOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new Error(missingRole(role, await currentUser(sql)), { cause: error });
  }

  /** PostgreSQL 15 has no 'set' privilege on roles: being a member is enough there. */
  async function memberOnOldServers() {
    return sql<{ present: boolean; usable: boolean }[]>`
      select r.rolname is not null as present,
             coalesce(pg_has_role(current_user, r.oid, 'member'), false) as usable
      from (select 1) one left join pg_roles r on r.rolname = ${role}`;
  }
}

/** Two processes may start at once: whoever comes second finds it done. */
async function unlessRaced(statement: PromiseLike<unknown>) {
  try {
    await statement;
  } catch (error) {
    if (!raced.includes(String(codeOf(error)))) throw error;
  }
}

async function currentUser(sql: Sql): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select current_user as name`;
  return row!.name; // A select without from answers one row.
}

function missingRole(role: string, owner: string): string {
  return [
    `The database role "${role}" is needed, and "${owner}" may not create it. Ask an administrator to run:`,
    `  CREATE ROLE "${role}" NOLOGIN;`,
    `  GRANT "${role}" TO "${owner}";`,
  ].join("\n");
}

const codeOf = (error: unknown) => (error as { code?: unknown }).code;
