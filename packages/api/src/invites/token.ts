import { createHash, randomBytes } from "node:crypto";

/** 256 bits that nobody can guess, for the link. */
export const newInviteToken = () => randomBytes(32).toString("base64url");

/** What is kept of a token: enough to know it again, not enough to use it. */
export const hashInviteToken = (token: string) =>
  createHash("sha256").update(token).digest("base64url");
