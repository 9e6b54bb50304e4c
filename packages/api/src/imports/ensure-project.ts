import type { Tx } from "@slacky/db";
import { states, transitions } from "@slacky/db/schema";

import type { NewEvent } from "../events/publish";
import { insertProject } from "../projects/insert-project";
import { writeStateOrder } from "../projects/write-state-order";
import { conflict } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import { insertRows } from "./insert-rows";
import type { ExistingProject } from "./lock-existing-projects";
import { lastNumberOf, type ProjectPlan } from "./plan-import";
import { type FileWorkflow, workflowOfFile } from "./workflow-of-file";

type Ready = { id: string; workflow: FileWorkflow; events: NewEvent[] };

/** The project that a plan's new tickets go to, with every state they are in. */
export async function ensureProject(
  tx: Tx,
  actor: Actor,
  plan: ProjectPlan,
  signal: AbortSignal,
): Promise<Ready> {
  const { key, name, joins, create } = plan;
  const workflow = workflowOfFile(create, joins ?? undefined);
  if (joins) {
    await growWorkflow(tx, actor.workspaceId, joins, workflow, signal);
    return { id: joins.id, workflow, events: [] };
  }
  const project = await insertProject(tx, actor, {
    ...{ key, name, workflow, lastNumber: lastNumberOf(plan) },
  });
  if (!project) throw keyTaken(key);
  const created: NewEvent = {
    type: "project.created",
    subject: { kind: "project", id: project.id },
    changes: { key: [null, key], name: [null, name] },
  };
  return { id: project.id, workflow, events: [created] };
}

async function growWorkflow(
  tx: Tx,
  workspaceId: string,
  { id: projectId, states: before }: ExistingProject,
  workflow: FileWorkflow,
  signal: AbortSignal,
): Promise<void> {
  const old = new Set(before.map((state) => state.key));
  if (workflow.states.length === old.size) return;
  const added = workflow.states.flatMap((state, position) =>
    old.has(state.key) ? [] : [{ workspaceId, projectId, position, ...state }],
  );
  await insertRows(tx, states, added, signal);
  const order = workflow.states.map((state) => state.key);
  await writeStateOrder(tx, { workspaceId, projectId }, order);
  const fresh = workflow.transitions.filter(({ from, to }) => !old.has(from) || !old.has(to));
  await insertRows(
    tx,
    transitions,
    fresh.map(({ from, to }) => ({ workspaceId, projectId, fromKey: from, toKey: to })),
    signal,
  );
}

/** A project of one's own is not taken over: STORM-12 would mean two things. */
const keyTaken = (key: string) =>
  conflict(
    "key_taken",
    `This workspace has a project with the key ${key} that did not come from this import. ` +
      "Import into another workspace, or give that project another key.",
    { key },
  );
