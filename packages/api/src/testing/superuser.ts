import { connect, type Db, type Tx, transaction } from "@slacky/db";
import { urlFor } from "@slacky/db/testing/databases";
import { sql } from "drizzle-orm";

/**
 * Runs `work` in a transaction of a superuser's, with triggers and foreign keys off: damage that
 * the application cannot do. It is undone at the end unless `keep` is set.
 */
export async function asSuperuser<T>(
  owner: Db,
  work: (tx: Tx) => Promise<T>,
  { keep = false } = {},
): Promise<T> {
  const [row] = await owner.execute<{ name: string }>(sql`select current_database() as name`);
  const db = connect(urlFor(row!.name), { max: 1 });
  let result: { value: T } | undefined;
  try {
    await transaction(db, "write", async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      result = { value: await work(tx) };
      if (!keep) throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  } finally {
    await db.$client.end({ timeout: 5 });
  }
  return result!.value; // Without one, an error was thrown.
}

class Undone extends Error {}
