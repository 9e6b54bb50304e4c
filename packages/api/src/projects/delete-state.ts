import type { Tx } from "@slacky/db";
import { states, transitions } from "@slacky/db/schema";
import { and, eq, or, sql } from "drizzle-orm";

import type { NewEvent } from "../events/publish";
import { publishMany } from "../events/publish-many";
import { invalidField } from "../shared/domain-error";
import { enterLane } from "../tickets/enter-lane";
import { rankAtEnd } from "../tickets/lanes";
import { lockState } from "../tickets/lock-state";
import { spreadRanks } from "../tickets/ranks";
import { recordStatuses } from "../tickets/record-statuses";
import { writeTickets } from "../tickets/write-tickets";
import type { Actor } from "../trpc/gate";
import { assertKeepsOpenState, assertMovable, findState } from "./edit-rules";
import type { DeleteStateInput } from "./input";
import { lockWorkflow } from "./lock-workflow";
import { stateIs, transitionsOf } from "./project-is";
import { readProject } from "./read-project";

/**
 * Takes a state out of the workflow. Its tickets go to the end of another lane, those in the trash
 * too, whatever the transitions say. Its row stays, for history.
 */
export async function deleteState(tx: Tx, actor: Actor, input: DeleteStateInput) {
  const { workspaceId } = actor;
  const { projectId, state, moveTo } = input;
  const { states: all } = await lockWorkflow(tx, workspaceId, projectId);
  const leaving = findState(all, state);
  const staying = all.filter((one) => one !== leaving);
  if (!staying.some((one) => one.key === moveTo)) {
    throw invalidField("moveTo", "Not another state of this project");
  }
  assertKeepsOpenState(staying);
  const lane = { workspaceId, projectId, state: moveTo };
  const inside = await lockState(tx, { ...lane, state });
  assertMovable(leaving, inside.length);
  await enterLane(tx, lane, all, inside.filter((ticket) => ticket.deletedAt === null).length);

  // Nobody else fills the lane meanwhile: whoever would, waits for the project.
  const ranks = spreadRanks(inside.length, await rankAtEnd(tx, lane));
  await writeTickets(
    tx,
    inside.map((ticket, i) => ({
      ticket,
      columns: { state: moveTo, rank: ranks[i]! },
      fields: ["state", "rank"],
    })),
  );
  await tx
    .delete(transitions)
    .where(
      and(
        transitionsOf(workspaceId, projectId),
        or(eq(transitions.fromKey, state), eq(transitions.toKey, state)),
      ),
    );
  await tx
    .update(states)
    .set({ deletedAt: sql`clock_timestamp()` })
    .where(stateIs(workspaceId, projectId, state));
  const moves = inside.map(({ id }) => ({ ticketId: id, from: state, to: moveTo }));
  await recordStatuses(tx, actor, moves);
  await publishMany(tx, actor, [
    ...inside.map(
      ({ id, version }): NewEvent => ({
        type: "ticket.transitioned",
        subject: { kind: "ticket", id },
        version: version + 1,
        changes: { state: [state, moveTo] },
      }),
    ),
    {
      type: "project.state_deleted",
      subject: { kind: "project", id: projectId },
      changes: { state: [leaving, null], movedTo: [null, moveTo] },
    },
  ]);
  return readProject(tx, workspaceId, projectId);
}
