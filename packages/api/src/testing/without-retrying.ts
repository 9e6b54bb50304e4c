import { type Tx, transaction } from "@slacky/db";
import { sql } from "drizzle-orm";

import type { Actor } from "../trpc/gate";
import type { Person, useTestWorld } from "./harness";

/**
 * A use case in a transaction of the gate's kind that is run once: a deadlock, which the gate would
 * mend by running it again, is seen.
 */
export function withoutRetrying<T>(
  world: ReturnType<typeof useTestWorld>,
  person: Person,
  workspaceId: string,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  const { userId, sessionId } = person.context.session!; // A person is made signed in.
  return transaction(world.db, "write", async (tx) => {
    await tx.execute(
      sql`select 1 from enter_workspace(${userId}, ${sessionId}, ${workspaceId}, 'share', '{}')`,
    );
    return work(tx, { userId, workspaceId, role: "owner", kind: "user", requestId: "test" });
  });
}
