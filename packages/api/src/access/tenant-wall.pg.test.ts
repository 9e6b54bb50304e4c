import { type Tx, transaction } from "@slacky/db";
import { openTestDb, TEST_APP_ROLE, type TestDb } from "@slacky/db/testing/databases";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { standTwoTenants, type Tenant } from "../testing/two-tenants";
import { answersOf, enter, tryWall, type Wall, wallsOf } from "../testing/wall-holes";

const world = useTestWorld();
let mine: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  [mine, theirs] = await standTwoTenants(world);
});

const walls = () => wallsOf(world.owner, TEST_APP_ROLE);
const attempt = (wall: Wall) => tryWall(world, wall, [mine, theirs]);

async function countTickets(tx: Tx, of: Tenant): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from tickets where workspace_id = ${of.workspaceId}`,
  );
  return row!.count; // A count answers one row.
}

describe("row-level security", () => {
  test("stands on every table of a tenant, for reading and writing", async () => {
    const all = await walls();
    expect(all.length).toBeGreaterThan(15);
    for (const wall of all) {
      const { table } = wall;
      expect({ table, ...(await attempt(wall)) }).toEqual({ table, ...answersOf.standing(wall) });
    }
  });

  test("is met wherever the role may insert: all but what a workspace is made of", async () => {
    const unwritten = (await walls()).filter(({ rights }) => !rights.includes("INSERT"));
    expect(unwritten.map(({ table }) => table)).toEqual(["event_counters", "workspaces"]);
  });

  test("is what keeps them apart: without it this very test finds the hole, table by table", async () => {
    for (const wall of await walls()) {
      const { table, policy } = wall;
      await world.owner.execute(sql.raw(`alter table ${table} disable row level security`));
      const open = await attempt(wall);
      await world.owner.execute(sql.raw(`alter table ${table} enable row level security`));
      expect({ table, ...open }).toEqual({ table, ...answersOf.takenDown(wall) });

      const [made] = await world.owner.execute<{ ddl: string }>(sql`
        select format('create policy %I on %I for all using (%s) with check (%s)', policyname, tablename, qual, with_check)
          as ddl from pg_policies where tablename = ${table}`);
      await world.owner.execute(sql.raw(`drop policy ${policy} on ${table}`));
      const shut = await attempt(wall);
      await world.owner.execute(sql.raw(made!.ddl));
      expect({ table, ...shut }).toEqual({ table, ...answersOf.shut(wall) });
    }
  });

  test("does not open for a stranger, a dead session or another's session", async () => {
    for (const [userId, sessionId] of [
      [theirs.userId, theirs.sessionId],
      [mine.userId, theirs.sessionId],
      [mine.userId, crypto.randomUUID()],
    ] as const) {
      await transaction(world.db, "write", async (tx) => {
        await enter(tx, { ...mine, userId, sessionId });
        expect(await countTickets(tx, mine)).toBe(0);
      });
    }
  });

  test("closes with the transaction", async () => {
    await transaction(world.db, "write", (tx) => enter(tx, mine));
    await Promise.all(
      Array.from({ length: 10 }, () =>
        transaction(world.db, "write", async (tx) => {
          expect(await countTickets(tx, mine)).toBe(0);
        }),
      ),
    );
  });
});

describe("the database itself", () => {
  test.each(["ticket_status_history", "events", "audit_log", "comment_versions"])(
    "keeps %s append-only, for the owner too",
    async (table) => {
      for (const db of [world.db, world.owner]) {
        for (const change of [
          `update ${table} set workspace_id = workspace_id`,
          `delete from ${table}`,
          `truncate ${table}`,
        ]) {
          await expect(db.execute(sql.raw(change))).rejects.toMatchObject({
            cause: { code: "42501" },
          });
        }
      }
    },
  );

  test("has no foreign key between tenant tables that leaves the workspace out", async () => {
    const loose = await world.owner.execute(sql`
      select con.conname from pg_constraint con
      join pg_class target on target.oid = con.confrelid
      where con.contype = 'f' and target.relname not in ('users', 'workspaces')
        and con.connamespace = 'public'::regnamespace
        and not exists (select 1 from unnest(con.conkey) k join pg_attribute a
          on a.attrelid = con.conrelid and a.attnum = k and a.attname = 'workspace_id')`);
    expect(loose.map((row) => row.conname)).toEqual([]);
  });

  test("refuses a reference across tenants", async () => {
    const move = sql`update tickets set assignee_id = ${theirs.userId} where workspace_id = ${mine.workspaceId}`;
    await expect(world.owner.execute(move)).rejects.toMatchObject({ cause: { code: "23503" } });
  });

  test("has only the definer functions that are listed, each with a fixed search_path", async () => {
    const doors = await world.owner.execute(sql`
      select proname, proconfig from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef order by 1`);
    expect(doors.map((door) => door.proname)).toEqual([
      "accept_invite",
      "close_account",
      "create_workspace",
      "enter_as_worker",
      "enter_user",
      "enter_workspace",
      "forget_answers",
      "my_workspaces",
      "search_tickets",
      "similar_tickets",
      "workspaces_to_audit",
    ]);
    for (const door of doors) expect(String(door.proconfig)).toContain("search_path=pg_catalog");
  });
});

describe("the application's role", () => {
  let other: TestDb;
  beforeAll(async () => {
    other = await openTestDb({ max: 1 });
  });
  afterAll(() => other.close());

  test("owns nothing, is no superuser and bypasses nothing", async () => {
    const [role] = await other.db.execute(sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`);
    expect(role).toEqual({
      ...{
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
      },
    });
  });
});
