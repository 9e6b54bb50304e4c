import { createHash } from "node:crypto";
import { setImmediate as breath } from "node:timers/promises";

import type { ImportedTicket } from "./canonical";

const AT_A_TIME = 200;

/** A fingerprint of each ticket as the file has it, by external id: what tells changed from unchanged. */
export async function hashTickets(tickets: ImportedTicket[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const [index, ticket] of tickets.entries()) {
    // Many megabytes of text in all: others get their turn in between.
    if (index % AT_A_TIME === 0) await breath();
    hashes.set(
      ticket.externalId,
      createHash("sha256").update(JSON.stringify(ticket)).digest("base64url"),
    );
  }
  return hashes;
}
