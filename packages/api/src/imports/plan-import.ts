import type { Tx } from "@slacky/db";

import type { ImportedTicket, Loss, ParsedImport } from "./canonical";
import { knownHashes, knownProjects, takenNumbers } from "./known-tickets";
import { type ExistingProject, lockExistingProjects } from "./lock-existing-projects";

export type ProjectPlan = {
  key: string;
  name: string;
  /** Null when the project has to be made. */
  id: string | null;
  /** The project as it is held, when tickets join one that is there already. */
  joins: ExistingProject | null;
  create: ImportedTicket[];
  unchanged: number;
  skipped: number;
};

export type ImportPlan = {
  source: ParsedImport["source"];
  hashes: Map<string, string>;
  projects: ProjectPlan[];
  losses: Loss[];
};

/**
 * Decides for every ticket of the file: new, here unchanged, or left alone. Each foreign project is one
 * project here. Holds the projects that new tickets join, so that the plan is true until it is applied.
 */
export async function planImport(
  tx: Tx,
  workspaceId: string,
  { source, tickets }: ParsedImport,
  hashes: Map<string, string>,
): Promise<ImportPlan> {
  const byKey = byProject(tickets);
  const known = await knownHashes(tx, workspaceId, source, [...hashes.keys()]);
  const projectsHere = await knownProjects(tx, workspaceId, source, [...byKey.keys()]);

  // By ascending id, in which order everyone locks.
  const idOf = (key: string) => projectsHere.get(key)?.id ?? "";
  const groups = [...byKey]
    .map(([key, members]) => ({
      ...{ key, members, id: idOf(key) },
      fresh: members.filter(({ externalId }) => !known.has(externalId)),
    }))
    .sort((a, b) => compare(a.id, b.id));
  const joining = groups.filter(({ id, fresh }) => id !== "" && fresh.length > 0);
  const held = await lockExistingProjects(tx, workspaceId, joining);

  const plan: ImportPlan = { source, hashes, projects: [], losses: [] };
  for (const { key, members, id, fresh } of groups) {
    const here = projectsHere.get(key);
    const unchanged = members.filter(
      ({ externalId }) => known.get(externalId) === hashes.get(externalId),
    );
    const joins = held.get(id) ?? null;
    const numbers = fresh.map(({ number }) => number);
    const taken = joins && (await takenNumbers(tx, workspaceId, id, numbers));
    const create = fresh.filter(({ number }) => !taken?.has(number));
    const changed = members.length - fresh.length - unchanged.length;
    lose(plan.losses, changed, "Changed in the file since it was imported; left here as it is.");
    lose(
      plan.losses,
      fresh.length - create.length,
      "A ticket made here has the same number already.",
    );
    plan.projects.push({
      key: here?.key ?? key,
      name: here?.name ?? members.find((ticket) => ticket.projectName)?.projectName ?? key,
      id: here?.id ?? null,
      joins,
      create,
      unchanged: unchanged.length,
      skipped: changed + fresh.length - create.length,
    });
  }
  return plan;
}

export const lastNumberOf = ({ create }: ProjectPlan): number =>
  create.reduce((most, ticket) => Math.max(most, ticket.number), 0);

function byProject(tickets: ImportedTicket[]): Map<string, ImportedTicket[]> {
  const groups = new Map<string, ImportedTicket[]>();
  for (const ticket of tickets) {
    const group = groups.get(ticket.projectKey);
    if (group) group.push(ticket);
    else groups.set(ticket.projectKey, [ticket]);
  }
  return groups;
}

function lose(losses: Loss[], count: number, reason: string) {
  if (count > 0) losses.push({ column: "Issue key", count, reason });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
