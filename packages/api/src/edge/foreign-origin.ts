import type { Refusal } from "./refusal";
import type { HeaderReader } from "./request-id";

/**
 * Refuses what another site's page sends. Programs send neither header and pass: they carry a
 * token, which no page sends by itself.
 */
export function refuseForeignOrigin(headers: HeaderReader, appUrl: string): Refusal | null {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const sameSite = site === null || site === "same-origin" || site === "none";
  if (sameSite && (origin === null || isOurs(origin, headers.get("host"), appUrl))) return null;
  return { status: 403, message: `This came from another site. Open ${appUrl} and try again.` };
}

/**
 * The address we are known by; or the one the browser has open, when it is a bare IP address or
 * localhost. A name would not do: whoever owns one can point it here.
 */
function isOurs(origin: string, host: string | null, appUrl: string): boolean {
  if (origin === appUrl) return true;
  if (host === null || origin !== `http://${host}`) return false;
  return /^(localhost|\d+\.\d+\.\d+\.\d+|\[[\da-f:]+\])(:\d+)?$/i.test(host);
}
