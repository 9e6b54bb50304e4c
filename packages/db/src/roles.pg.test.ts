import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { assertSafeRole } from "./assert-safe-role";
import { connect } from "./client";
import { migrate } from "./migrate";
import { appRoleOf } from "./roles";
import { adminUrl, asAdmin, urlFor } from "./testing/databases";

/** A login and a database of its own, the login being no more than that database's owner. */
function useOwnedDatabase(rights: string) {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = () => urlFor(name, { name, password: "x" });
  beforeAll(async () => {
    await asAdmin(`create role ${name} login ${rights} password 'x'`);
    await asAdmin(`create database ${name} owner ${name}`);
  });
  afterAll(async () => {
    await asAdmin(`drop database if exists ${name} with (force)`);
    await asAdmin(`drop role if exists ${name}_app`);
    await asAdmin(`drop role ${name}`);
  });
  return { name, url };
}

describe("an owner who may create roles", () => {
  const { name, url } = useOwnedDatabase("createrole");

  test("migrates from six processes at once, and again, and the application's role is safe", async () => {
    await Promise.all(Array.from({ length: 6 }, () => migrate(url())));
    await migrate(url());
    const db = connect(url(), { role: appRoleOf(url()), max: 1 });
    await expect(assertSafeRole(db)).resolves.toBeUndefined();
    const [who] = await db.execute("select current_user as name");
    expect(who).toEqual({ name: `${name}_app` });
    await db.$client.end();
  });

  test("takes back what was granted by hand", async () => {
    const app = appRoleOf(url());
    await migrate(url());
    const owner = postgres(url(), { max: 1, onnotice: () => {} });
    const rights = () => owner`
      select has_table_privilege(${app}, 'users', 'delete') as delete,
        has_column_privilege(${app}, 'workspaces', 'slug', 'insert') as insert,
        has_function_privilege(${app}, 'by_hand()', 'execute') as execute,
        has_function_privilege(${app}, 'enter_user(uuid, uuid)', 'execute') as door`;
    await owner`create function by_hand() returns void language sql as ''`;
    await owner`revoke all on function by_hand() from public`;
    await owner`grant execute on function by_hand() to ${owner(app)}`;
    await owner`grant delete on users to ${owner(app)}`;
    await owner`grant insert (slug) on workspaces to ${owner(app)}`;
    expect(await rights()).toEqual([{ delete: true, insert: true, execute: true, door: true }]);
    await migrate(url());
    expect(await rights()).toEqual([{ delete: false, insert: false, execute: false, door: true }]);
    await owner.end();
  });

  test("is itself refused as the role to serve with, and so is a superuser", async () => {
    const owner = connect(url(), { max: 1 });
    await expect(assertSafeRole(owner)).rejects.toThrowError(/owns tables/);
    await owner.$client.end();
    const admin = connect(adminUrl(), { max: 1 });
    await expect(assertSafeRole(admin)).rejects.toThrowError(/is a superuser/);
    await admin.$client.end();
  });
});

describe("an owner who may not create roles", () => {
  const { name, url } = useOwnedDatabase("nocreaterole");

  test("is told the exact SQL, which works", async () => {
    const refusal = await migrate(url()).catch((error: Error) => error.message);
    expect(refusal).toContain(`CREATE ROLE "${name}_app" NOLOGIN;`);
    const statements = String(refusal).split("\n").slice(1);
    const admin = postgres(adminUrl(), { max: 1 });
    for (const statement of statements) await admin.unsafe(statement);
    await admin.end();
    await expect(migrate(url())).resolves.toBeUndefined();
  });
});
