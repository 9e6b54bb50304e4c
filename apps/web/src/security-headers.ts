/** On every response, whatever it is. */
export const baseHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
} as const;

/** For what is not a page: nothing in it may load or run anything. */
export const closedPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Only where people come by https: a browser that has seen it never asks by http again. */
export function transportHeaders(appUrl: string): Record<string, string> {
  if (!appUrl.startsWith("https:")) return {};
  return { "strict-transport-security": "max-age=31536000; includeSubDomains" };
}

/** For a page: scripts that carry this response's nonce, and what those load. */
export function pagePolicy(nonce: string, { dev = false } = {}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}
