import { sql } from "drizzle-orm";

import type { Db } from "./client";

/** Throws unless the role the pool acts as stands behind the tenant wall. */
export async function assertSafeRole(db: Db): Promise<void> {
  const [role] = await db.execute<{
    name: string;
    super: boolean;
    bypass: boolean;
    owned: number;
  }>(sql`
    select r.rolname as name, r.rolsuper as super, r.rolbypassrls as bypass,
           (select count(*)::int from pg_class c
            where c.relowner = r.oid and c.relkind in ('r', 'p')
              and c.relnamespace = 'public'::regnamespace) as owned
    from pg_roles r where r.rolname = current_user`);
  const why = !role
    ? "is not known to the server"
    : role.super
      ? "is a superuser"
      : role.bypass
        ? "may bypass row-level security"
        : role.owned > 0
          ? "owns tables"
          : undefined;
  if (why)
    throw new Error(
      `The database role "${role?.name}" ${why}: the wall between workspaces would not hold.`,
    );
}
