import { contentType } from "./content-type";
import { refuseForeignOrigin } from "./foreign-origin";
import type { Refusal } from "./refusal";
import type { HeaderReader } from "./request-id";

/** What a page may send to another site without the browser asking that site first. */
const sentUnasked = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];

/** The head of an upload. The size is the importer's to count: it unpacks while it reads. */
export function refuseImport(
  { method, headers }: { method: string; headers: HeaderReader },
  appUrl: string,
): Refusal | null {
  if (method !== "POST") return { status: 405, message: "Use POST", headers: { allow: "POST" } };
  const foreign = refuseForeignOrigin(headers, appUrl);
  if (foreign) return foreign;
  if (sentUnasked.includes(contentType(headers))) {
    return { status: 415, message: "Send the file itself, as text/csv or application/gzip" };
  }
  return null;
}
