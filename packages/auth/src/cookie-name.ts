/** `__Host-` where there is https, so that no sibling domain can plant a session. */
export function cookieName(instanceId: string, { secure = false } = {}): string {
  return `${secure ? "__Host-" : ""}slacky-session-${instanceId}`;
}
