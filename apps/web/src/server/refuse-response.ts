import { type Refusal, refusalBody } from "@slacky/api/edge";

/** The edge's answer, where answers are the web's `Response`. */
export function refuseResponse(refusal: Refusal): Response {
  return new Response(refusalBody(refusal), {
    status: refusal.status,
    headers: {
      "content-type": "application/json",
      "cache-control": "private, no-store",
      ...refusal.headers,
    },
  });
}
