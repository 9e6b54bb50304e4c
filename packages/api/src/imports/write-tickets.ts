import type { Tx } from "@slacky/db";
import {
  comments,
  externalRefs,
  ticketLabels,
  ticketStatusHistory,
  tickets,
} from "@slacky/db/schema";
import { priorities } from "@slacky/db/vocabulary";
import { uuidv7 } from "uuidv7";

import type { NewEvent } from "../events/publish";
import { rankAtEnd } from "../tickets/lanes";
import { spreadRanks } from "../tickets/ranks";
import type { ImportedTicket } from "./canonical";
import { insertRows } from "./insert-rows";

type Target = {
  workspaceId: string;
  source: string;
  batchId: string;
  hashes: Map<string, string>;
  project: { id: string; key: string; isNew: boolean };
  stateOf: (ticket: ImportedTicket) => string;
  userOf: (name: string | null) => string;
  labelOf: (name: string) => string | undefined;
  /** For tickets whose file does not say when. */
  now: string;
};

type Placed = {
  id: string;
  ticket: ImportedTicket;
  state: string;
  rank: string;
  createdAt: string;
};

/** The rows of new tickets and of everything that hangs on them. Answers their events, unpublished. */
export async function writeTickets(
  tx: Tx,
  target: Target,
  fresh: ImportedTicket[],
  signal: AbortSignal,
): Promise<NewEvent[]> {
  const { workspaceId, project, userOf } = target;
  const placed = await place(tx, target, fresh);

  await insertRows(
    tx,
    tickets,
    placed.map(({ id, ticket, state, rank, createdAt }) => ({
      ...{ workspaceId, id, projectId: project.id, state, rank, createdAt },
      number: ticket.number,
      title: ticket.title,
      description: ticket.description,
      priority: priorities.indexOf(ticket.priority),
      assigneeId: ticket.assignee === null ? null : userOf(ticket.assignee),
      reporterId: userOf(ticket.reporter),
      dueOn: ticket.dueOn,
      updatedAt: latest(ticket.updatedAt, createdAt),
    })),
    signal,
  );
  await insertRows(
    tx,
    ticketStatusHistory,
    placed.map(({ id, ticket, state, createdAt }) => ({
      ...{ workspaceId, ticketId: id, seq: 1, fromState: null, toState: state, at: createdAt },
      byId: userOf(ticket.reporter),
    })),
    signal,
  );
  await insertRows(
    tx,
    ticketLabels,
    placed.flatMap((one) => labelRows(target, one)),
    signal,
  );
  await insertRows(
    tx,
    comments,
    placed.flatMap((one) => commentRows(target, one)),
    signal,
  );
  await insertRows(
    tx,
    externalRefs,
    placed.map(({ id, ticket: { externalId } }) => ({
      ...{ workspaceId, source: target.source, batchId: target.batchId, ticketId: id, externalId },
      contentHash: target.hashes.get(externalId)!, // Made from the same tickets.
    })),
    signal,
  );
  return placed.map(({ id, ticket, state }) => ({
    type: "ticket.created",
    subject: { kind: "ticket", id },
    version: 1,
    changes: {
      key: [null, `${project.key}-${ticket.number}`],
      title: [null, ticket.title],
      state: [null, state],
    },
  }));
}

/** A place in its lane for each: the most urgent first, and the older of two alike. */
async function place(tx: Tx, target: Target, fresh: ImportedTicket[]): Promise<Placed[]> {
  const { workspaceId, project, stateOf, now } = target;
  const urgency = ({ priority }: ImportedTicket) => priorities.indexOf(priority);
  const inOrder = fresh.toSorted((a, b) => urgency(b) - urgency(a) || a.number - b.number);
  const lanes = new Map<string, ImportedTicket[]>();
  for (const ticket of inOrder) {
    const state = stateOf(ticket);
    const lane = lanes.get(state);
    if (lane) lane.push(ticket);
    else lanes.set(state, [ticket]);
  }

  const placed: Placed[] = [];
  for (const [state, members] of lanes) {
    const after = project.isNew
      ? null
      : await rankAtEnd(tx, { workspaceId, projectId: project.id, state });
    const ranks = spreadRanks(members.length, after);
    for (const [index, ticket] of members.entries()) {
      placed.push({
        id: uuidv7(),
        ticket,
        state,
        rank: ranks[index]!,
        createdAt: ticket.createdAt ?? now,
      });
    }
  }
  return placed;
}

function labelRows({ workspaceId, labelOf }: Target, { id, ticket }: Placed) {
  const ids = new Set(ticket.labels.map(labelOf).filter((labelId) => labelId !== undefined));
  return [...ids].map((labelId) => ({ workspaceId, ticketId: id, labelId }));
}

function commentRows({ workspaceId, userOf }: Target, { id, ticket, createdAt }: Placed) {
  return ticket.comments.map(({ author, at, body }) => ({
    ...{ workspaceId, id: uuidv7(), ticketId: id, body },
    authorId: userOf(author),
    createdAt: at ?? createdAt,
  }));
}

const latest = (a: string | null, b: string) => (a !== null && a > b ? a : b);
