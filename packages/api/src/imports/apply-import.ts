import type { Tx } from "@slacky/db";
import { importBatches } from "@slacky/db/schema";
import { uuidv7 } from "uuidv7";

import type { NewEvent } from "../events/publish";
import type { Actor } from "../trpc/gate";
import type { ParsedImport } from "./canonical";
import { ensureProject } from "./ensure-project";
import { type ImportResult, importResult } from "./import-result";
import { labelsFor } from "./labels";
import { placeholdersFor } from "./people";
import { type ImportPlan, lastNumberOf } from "./plan-import";
import { publishAll } from "./publish-all";
import { raiseCounter } from "./raise-counter";
import { writeTickets } from "./write-tickets";

/** Writes a plan, all of it or nothing. A plan without a new ticket writes nothing at all. */
export async function applyImport(
  tx: Tx,
  actor: Actor,
  { parsed, plan, fileName }: { parsed: ParsedImport; plan: ImportPlan; fileName: string },
  signal: AbortSignal,
): Promise<ImportResult> {
  const growing = plan.projects.filter(({ create }) => create.length > 0);
  const fresh = growing.flatMap(({ create }) => create);
  if (fresh.length === 0) return importResult(parsed, plan, null);

  const { workspaceId } = actor;
  const { source, hashes } = plan;
  const now = new Date().toISOString();
  const ready = new Map<string, Awaited<ReturnType<typeof ensureProject>>>();
  for (const project of growing)
    ready.set(project.key, await ensureProject(tx, actor, project, signal));
  for (const project of growing) {
    if (project.joins) await raiseCounter(tx, workspaceId, project.joins.id, lastNumberOf(project));
  }
  const userOf = await placeholdersFor(tx, workspaceId, source, fresh, signal);
  const labels = await labelsFor(tx, workspaceId, fresh);

  const batchId = uuidv7();
  const report = importResult(parsed, plan, batchId, (key) => ready.get(key)?.id);
  await tx
    .insert(importBatches)
    .values({ workspaceId, id: batchId, source, fileName, createdById: actor.userId, report });

  const events: NewEvent[] = [...labels.events];
  for (const { key, create, joins } of growing) {
    const { id, workflow, events: made } = ready.get(key)!; // Filled from the same list above.
    const project = { id, key, isNew: joins === null };
    const target = {
      workspaceId,
      source,
      batchId,
      hashes,
      project,
      stateOf: workflow.keyOf,
      userOf,
      labelOf: labels.idOf,
      now,
    };
    events.push(...made, ...(await writeTickets(tx, target, create, signal)));
  }
  await publishAll(tx, actor, events, signal);
  return report;
}
