import { headers } from "next/headers";

import { authSecret, servedOverHttps } from "../env";
import { readClaims } from "../read-claims";
import type { SessionClaims } from "../session-claims";

/** Who the browser's cookie names, for server components. It does not ask the database. */
export async function getClaims(): Promise<SessionClaims | null> {
  const cookie = (await headers()).get("cookie");
  return readClaims({ authorization: null, cookie }, authSecret(), { secure: servedOverHttps() });
}
