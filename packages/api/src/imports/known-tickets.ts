import type { Tx } from "@slacky/db";
import { externalRefs, projects, tickets } from "@slacky/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";

const AT_A_TIME = 1000;

/** The hash under which each of these came in before, by external id. */
export async function knownHashes(
  tx: Tx,
  workspaceId: string,
  source: string,
  externalIds: string[],
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (let from = 0; from < externalIds.length; from += AT_A_TIME) {
    const rows = await tx
      .select({ externalId: externalRefs.externalId, hash: externalRefs.contentHash })
      .from(externalRefs)
      .where(
        and(
          eq(externalRefs.workspaceId, workspaceId),
          eq(externalRefs.source, source),
          inArray(externalRefs.externalId, externalIds.slice(from, from + AT_A_TIME)),
        ),
      );
    for (const row of rows) hashes.set(row.externalId, row.hash);
  }
  return hashes;
}

/** The project that each foreign project became, whatever it is called here by now. */
export async function knownProjects(tx: Tx, workspaceId: string, source: string, keys: string[]) {
  const foreignKey = sql<string>`split_part(${externalRefs.externalId}, '-', 1)`;
  const rows = await tx
    .selectDistinct({ foreignKey, id: projects.id, key: projects.key, name: projects.name })
    .from(externalRefs)
    .innerJoin(
      tickets,
      and(eq(tickets.workspaceId, externalRefs.workspaceId), eq(tickets.id, externalRefs.ticketId)),
    )
    .innerJoin(
      projects,
      and(eq(projects.workspaceId, tickets.workspaceId), eq(projects.id, tickets.projectId)),
    )
    .where(
      and(
        eq(externalRefs.workspaceId, workspaceId),
        eq(externalRefs.source, source),
        inArray(foreignKey, keys),
      ),
    );
  return new Map(rows.map(({ foreignKey: key, ...project }) => [key, project]));
}

/** Which of these numbers the project has used already. */
export async function takenNumbers(
  tx: Tx,
  workspaceId: string,
  projectId: string,
  numbers: number[],
): Promise<Set<number>> {
  const taken = new Set<number>();
  for (let from = 0; from < numbers.length; from += AT_A_TIME) {
    const rows = await tx
      .select({ number: tickets.number })
      .from(tickets)
      .where(
        and(
          eq(tickets.workspaceId, workspaceId),
          eq(tickets.projectId, projectId),
          inArray(tickets.number, numbers.slice(from, from + AT_A_TIME)),
        ),
      );
    for (const row of rows) taken.add(row.number);
  }
  return taken;
}
