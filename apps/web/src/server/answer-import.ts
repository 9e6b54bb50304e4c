import { createContext } from "@slacky/api/context";
import { type HeaderReader, refuseImport } from "@slacky/api/edge";
import { receiveImport } from "@slacky/api/imports";
import { refuseTooMany } from "@slacky/api/limits";
import { runtime } from "@slacky/api/runtime";

import { refuseResponse } from "./refuse-response";

type Upload = {
  method: string;
  query: URLSearchParams;
  headers: HeaderReader;
  body: AsyncIterable<Uint8Array> | null;
  /** Aborts when the sender has gone. */
  signal: AbortSignal;
};

/** `POST /api/imports?workspaceId=…&fileName=…` with the file as the body, for both doors. */
export async function answerImport(upload: Upload, requestId: string): Promise<Response> {
  const { query, headers, body, signal } = upload;
  const refusal = refuseImport(upload, runtime().env.APP_URL);
  if (refusal) return refuseResponse(refusal);

  const context = await createContext(headers, requestId);
  const { session, limiter, address } = context;
  const tooMany = await refuseTooMany(limiter, {
    path: "imports",
    userId: session?.userId,
    address,
    input: undefined,
  });
  if (tooMany) return refuseResponse(tooMany);
  if (!session) return refuseResponse({ status: 401, message: "Sign in to continue" });
  const length = headers.get("content-length");
  const answer = await receiveImport(context, {
    workspaceId: query.get("workspaceId") ?? "",
    fileName: query.get("fileName") ?? "",
    body: body ?? emptyBody(),
    signal,
    ...(length === null ? {} : { contentLength: Number(length) }),
  });
  return Response.json(answer.body, {
    status: answer.status,
    headers: { "cache-control": "private, no-store" },
  });
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
