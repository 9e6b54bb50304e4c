import { contentType } from "./content-type";
import { refuseForeignOrigin } from "./foreign-origin";
import { isDeeperThan } from "./json-depth";
import { MAX_CALL_BYTES, MAX_JSON_DEPTH } from "./limits";
import type { Refusal } from "./refusal";
import type { HeaderReader } from "./request-id";

export type CallHead = {
  method: string;
  /** The path behind `/api/trpc/`, still escaped. */
  path: string;
  query: URLSearchParams;
  headers: HeaderReader;
};

/** What a call's head alone gives away. Runs before a byte of the body is read. */
export function refuseCall(
  { method, path, query, headers }: CallHead,
  appUrl: string,
): Refusal | null {
  if (method !== "GET" && method !== "POST") {
    return { status: 405, message: "Use GET or POST", headers: { allow: "GET, POST" } };
  }
  const foreign = refuseForeignOrigin(headers, appUrl);
  if (foreign) return foreign;
  if (method === "POST" && contentType(headers) !== "application/json") {
    // Anything else a browser sends across sites without asking first.
    return { status: 415, message: "Send application/json" };
  }
  if (method === "POST" && headers.get("content-encoding")) {
    return { status: 415, message: "Send the body as it is, without a content-encoding" };
  }
  if (Number(headers.get("content-length") ?? 0) > MAX_CALL_BYTES) return tooLarge;
  if (!isUnescapable(path)) return { status: 400, message: "The path is not well-formed" };
  if (headers.get("idempotency-key") !== null && decodeURIComponent(path).includes(",")) {
    return { status: 400, message: "An Idempotency-Key goes with one call, not with a batch" };
  }
  return refuseDepth(query.get("input") ?? "") ?? refuseDepth(query.get("connectionParams") ?? "");
}

export const tooLarge: Refusal = {
  status: 413,
  message: `A call may be ${MAX_CALL_BYTES.toLocaleString("en")} bytes at the most`,
};

/** Refuses JSON that nests deeper than anything we ask for. */
export function refuseDepth(json: string): Refusal | null {
  if (!isDeeperThan(json, MAX_JSON_DEPTH)) return null;
  return { status: 400, message: `JSON may nest ${MAX_JSON_DEPTH} levels at the most` };
}

function isUnescapable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
