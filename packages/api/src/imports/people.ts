import type { Tx } from "@slacky/db";
import { externalPeople, memberships, users } from "@slacky/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";

import type { ImportedTicket } from "./canonical";
import { insertRows } from "./insert-rows";

/** Who stands in where the file names nobody, as the other tracker's own pages say. */
const ANONYMOUS = "Anonymous";

const AT_A_TIME = 1000;

/**
 * The user that stands for each name in these tickets: the one of an earlier import, or a new
 * placeholder, who has no e-mail and no password and whose membership has ended before it began.
 */
export async function placeholdersFor(
  tx: Tx,
  workspaceId: string,
  source: string,
  tickets: ImportedTicket[],
  signal: AbortSignal,
): Promise<(name: string | null) => string> {
  const names = [...namesIn(tickets)];
  const ids = new Map<string, string>();
  for (let from = 0; from < names.length; from += AT_A_TIME) {
    const known = await tx
      .select({ name: externalPeople.externalId, userId: externalPeople.userId })
      .from(externalPeople)
      .where(
        and(
          eq(externalPeople.workspaceId, workspaceId),
          eq(externalPeople.source, source),
          inArray(externalPeople.externalId, names.slice(from, from + AT_A_TIME)),
        ),
      );
    for (const { name, userId } of known) ids.set(name, userId);
  }

  const added = names.filter((name) => !ids.has(name)).map((name) => ({ name, userId: uuidv7() }));
  await insertRows(
    tx,
    users,
    added.map(({ name, userId }) => ({ id: userId, name })),
    signal,
  );
  // Nobody can act through a membership that has ended, so none of this waits for changes of roles.
  await insertRows(
    tx,
    memberships,
    added.map(({ userId }) => ({
      workspaceId,
      userId,
      role: "viewer" as const,
      endedAt: sql`clock_timestamp()`,
    })),
    signal,
  );
  await insertRows(
    tx,
    externalPeople,
    added.map(({ name, userId }) => ({ workspaceId, source, externalId: name, userId })),
    signal,
  );
  for (const { name, userId } of added) ids.set(name, userId);
  return (name) => ids.get(name ?? ANONYMOUS)!; // Every name of these tickets is in it.
}

function namesIn(tickets: ImportedTicket[]): Set<string> {
  const names = new Set<string>();
  for (const { assignee, reporter, comments } of tickets) {
    if (assignee !== null) names.add(assignee);
    names.add(reporter ?? ANONYMOUS);
    for (const { author } of comments) names.add(author ?? ANONYMOUS);
  }
  return names;
}
