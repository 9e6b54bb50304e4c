import { contentType } from "./content-type";
import { refuseForeignOrigin } from "./foreign-origin";
import { MAX_SIGN_IN_BYTES } from "./limits";
import type { Refusal } from "./refusal";
import type { HeaderReader } from "./request-id";

const forms = ["application/json", "application/x-www-form-urlencoded"];

/** What next-auth has that we use; its other routes answer 500, or write into the log. */
const routes = {
  GET: ["csrf", "error", "providers", "session", "signin", "signout", "verify-request"],
  POST: ["callback/credentials", "signin/credentials", "signout"],
};

/** The head of a request to next-auth's own routes, which read a body whole before they look at it. */
export function refuseSignIn(
  { method, path, headers }: { method: string; path: string; headers: HeaderReader },
  appUrl: string,
): Refusal | null {
  if (method !== "GET" && method !== "POST") {
    return { status: 405, message: "Use GET or POST", headers: { allow: "GET, POST" } };
  }
  if (!routes[method].includes(path)) return { status: 404, message: "There is nothing here" };
  if (method === "GET") return null;
  const foreign = refuseForeignOrigin(headers, appUrl);
  if (foreign) return foreign;
  const length = headers.get("content-length");
  if (length === null) return { status: 411, message: "Say how long the body is" };
  if (!(Number(length) <= MAX_SIGN_IN_BYTES)) {
    return { status: 413, message: "That is too much for a sign-in form" };
  }
  if (!forms.includes(contentType(headers))) return { status: 415, message: "Send a form or JSON" };
  return null;
}
