import type { Readable } from "node:stream";
import type { Tx } from "@slacky/db";

import { id } from "../shared/schemas";
import { type Actor, type GateContext, withWorkspace } from "../trpc/gate";
import { applyImport } from "./apply-import";
import { cleanText, cutText } from "./clean-text";
import { hashTickets } from "./content-hash";
import { explainFailure } from "./explain-failure";
import { inTurn } from "./in-turn";
import { parseJiraCsv } from "./jira/parse-jira-csv";
import { lockImports } from "./lock-imports";
import { planImport } from "./plan-import";
import { readUpload } from "./read-upload";
import { Refusal } from "./refusal";
import { sniffCsv } from "./sniff-csv";
import { UPLOAD_DEADLINE_MS } from "./upload-limits";

export type ImportUpload = {
  workspaceId: string;
  fileName: string;
  body: Readable | AsyncIterable<Uint8Array>;
  contentLength?: number;
  /** Gives up before the deadline does, for instance when the sender has gone. */
  signal?: AbortSignal;
};

/**
 * Takes a file into a workspace, whichever server received it, and says how it went. Only a fault of
 * our own is thrown. On a refusal the rest of the body may be unread.
 */
export async function receiveImport(
  ctx: GateContext,
  upload: ImportUpload,
): Promise<{ status: number; body: unknown }> {
  const signals = [
    AbortSignal.timeout(UPLOAD_DEADLINE_MS),
    ...(upload.signal ? [upload.signal] : []),
  ];
  const signal = AbortSignal.any(signals);
  try {
    const { data: workspaceId } = id.safeParse(upload.workspaceId);
    if (workspaceId === undefined) throw new Refusal("workspaceId: Not a workspace's id.");
    // Asked before a byte is read, and again by the transaction that writes.
    const asked = async (_tx: Tx, actor: Actor) => actor.userId;
    const userId = await withWorkspace(ctx, workspaceId, "ticket.import", asked);
    const take = () => takeIn(ctx, { ...upload, workspaceId }, signal);
    return { status: 200, body: await inTurn(userId, take, signal) };
  } catch (error) {
    return explainFailure(error, signal);
  }
}

async function takeIn(ctx: GateContext, upload: ImportUpload, signal: AbortSignal) {
  const { head, bytes } = await readUpload(upload, signal);
  const parsed = await parseJiraCsv(bytes, sniffCsv(head).delimiter);
  if (parsed.tickets.length === 0) throw nothingIn(parsed.rowErrors[0]);
  const hashes = await hashTickets(parsed.tickets);
  const fileName =
    cutText(cleanText(upload.fileName).text.replace(/\s+/g, " ").trim(), 255) || "import.csv";

  const write = async (tx: Tx, actor: Actor) => {
    await lockImports(tx, actor.workspaceId);
    const plan = await planImport(tx, actor.workspaceId, parsed, hashes);
    return applyImport(tx, actor, { parsed, plan, fileName }, signal);
  };
  return withWorkspace(ctx, upload.workspaceId, "ticket.import", write, {
    deadlineMs: UPLOAD_DEADLINE_MS,
  });
}

function nothingIn(first: { line: number; message: string } | undefined) {
  return new Refusal(
    first
      ? `No ticket could be read from the file. Line ${first.line}: ${first.message}`
      : "The file has no tickets.",
    first ? { line: first.line } : {},
  );
}
