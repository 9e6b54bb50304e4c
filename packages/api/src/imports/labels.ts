import { createHash } from "node:crypto";
import type { Tx } from "@slacky/db";
import { labels } from "@slacky/db/schema";
import { type Color, colors } from "@slacky/db/vocabulary";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";

import type { NewEvent } from "../events/publish";
import type { ImportedTicket } from "./canonical";
import { chunksOf } from "./insert-rows";

/** The label of the workspace for each name in these tickets, whatever its case; made where missing. */
export async function labelsFor(tx: Tx, workspaceId: string, tickets: ImportedTicket[]) {
  const wanted = new Map<string, string>();
  for (const name of tickets.flatMap((ticket) => ticket.labels)) {
    if (!wanted.has(name.toLowerCase())) wanted.set(name.toLowerCase(), name);
  }
  if (wanted.size === 0) return { idOf: () => undefined, events: [] };

  const before = new Set((await labelsHere(tx, workspaceId)).keys());
  const missing = [...wanted]
    .filter(([key]) => !before.has(key))
    .map(([, name]) => name)
    .sort();
  const events: NewEvent[] = [];
  for (const names of chunksOf(missing.map((name) => ({ name })))) {
    // Somebody may make one of them right now: theirs is as good.
    const made = await tx
      .insert(labels)
      .values(names.map(({ name }) => ({ workspaceId, id: uuidv7(), name, color: colorOf(name) })))
      .onConflictDoNothing()
      .returning({ id: labels.id, name: labels.name, color: labels.color });
    events.push(...made.map(createdEvent));
  }
  const here = await labelsHere(tx, workspaceId);
  return { idOf: (name: string) => here.get(name.toLowerCase()), events };
}

async function labelsHere(tx: Tx, workspaceId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: labels.id, name: labels.name })
    .from(labels)
    .where(eq(labels.workspaceId, workspaceId));
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}

/** The same name has the same colour everywhere. */
function colorOf(name: string): Color {
  return colors[
    createHash("sha256").update(name.toLowerCase()).digest().readUInt32BE() % colors.length
  ]!;
}

const createdEvent = ({
  id,
  name,
  color,
}: {
  id: string;
  name: string;
  color: Color;
}): NewEvent => ({
  type: "label.created",
  subject: { kind: "label", id },
  changes: { name: [null, name], color: [null, color] },
});
