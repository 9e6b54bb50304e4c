import { createHash } from "node:crypto";
import { normaliseEmail } from "@slacky/auth";

import type { LimitName, Take } from "./limits";

/** What the limits have to know of a call. */
export type LimitedCall = {
  path: string;
  /** Who the token says it is; whether its session stands, nobody has asked yet. */
  userId: string | undefined;
  address: string;
  /** As it came: nobody has looked at it yet. */
  input: unknown;
};

/** What a path counts as, beside one call of its caller; each is counted for the user or the address. */
const counted: Record<string, { limit: LimitName; by: "user" | "address" | "account" }[]> = {
  "auth.token": [
    { limit: "signInFromAddress", by: "address" },
    { limit: "signInToAccount", by: "account" },
  ],
  "auth.register": [{ limit: "register", by: "address" }],
  "auth.changePassword": [{ limit: "passwordAgain", by: "user" }],
  "auth.closeAccount": [{ limit: "passwordAgain", by: "user" }],
  "invites.create": [{ limit: "invite", by: "user" }],
  "invites.accept": [{ limit: "invite", by: "user" }],
  "audit.verify": [{ limit: "verifyAudit", by: "user" }],
  imports: [{ limit: "import", by: "user" }],
};

/** The paths that have a limit of their own. */
export const limitedPaths = Object.keys(counted);

/** Whether the input matters to how a call is counted. */
export const countsByInput = (path: string) =>
  Object.hasOwn(counted, path) && counted[path]!.some(({ by }) => by === "account");

/** Everything that a call counts as: the wide limits first, so that a flood stops at those. */
export function takesOfCall({ path, userId, address, input }: LimitedCall): Take[] {
  const key = { user: userId, address, account: accountOf(input) };
  const own = Object.hasOwn(counted, path) ? counted[path]! : [];
  return [
    userId === undefined
      ? { limit: "stranger" as const, key: address }
      : { limit: "user" as const, key: userId },
    ...own.flatMap(({ limit, by }) => (key[by] === undefined ? [] : [{ limit, key: key[by] }])),
  ];
}

/** A key of fixed length that tells nobody an address, the same however the address is written. */
function accountOf(input: unknown): string | undefined {
  const { email } = (input ?? {}) as { email?: unknown };
  if (typeof email !== "string") return undefined;
  return createHash("sha256").update(normaliseEmail(email)).digest("base64url");
}
