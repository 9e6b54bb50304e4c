import { createHash } from "node:crypto";

/** Tells two installations on one host apart: cookies ignore ports. */
export function instanceId(secret: string): string {
  return createHash("sha256").update(`slacky instance ${secret}`).digest("hex").slice(0, 8);
}
