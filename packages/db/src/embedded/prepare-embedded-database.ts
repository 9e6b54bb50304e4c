import { createHmac } from "node:crypto";
import postgres from "postgres";

/**
 * Makes a database and the role that owns it, where they are missing, and returns the owner's URL.
 * The owner may make roles, as migrating needs, but is no superuser and row-level security binds it.
 */
export async function prepareEmbeddedDatabase(adminUrl: string, name: string): Promise<string> {
  const url = new URL(adminUrl);
  const owner = `${name}_owner`;
  // Derived, not stored: whoever holds the superuser's password needs no second secret kept.
  const password = createHmac("sha256", url.password)
    .update(`owner of ${name}`)
    .digest("base64url");
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [role] = await sql`select from pg_roles where rolname = ${owner}`;
    if (!role) await sql.unsafe(`create role ${quoted(owner)}`);
    await sql.unsafe(
      `alter role ${quoted(owner)} with login createrole nosuperuser nobypassrls nocreatedb noreplication password '${password}'`,
    );
    const [database] = await sql`select from pg_database where datname = ${name}`;
    if (!database) await sql.unsafe(`create database ${quoted(name)} owner ${quoted(owner)}`);
  } finally {
    await sql.end();
  }
  url.username = owner;
  url.password = password;
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
