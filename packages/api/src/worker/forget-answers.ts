import { type Db, transaction } from "@slacky/db";
import { sql } from "drizzle-orm";

const AT_ONCE = 1000;

/** Removes what was kept of mutations over 48 hours ago, by the database's clock. */
export async function forgetAnswers(db: Db): Promise<void> {
  let forgotten = AT_ONCE;
  while (forgotten === AT_ONCE) {
    const [row] = await transaction(db, "write", (tx) =>
      tx.execute<{ count: number }>(sql`select forget_answers(${AT_ONCE}) as count`),
    );
    forgotten = row?.count ?? 0;
  }
}
