/** The secret that every key is derived from; the server has checked it before anything started. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set.");
  return secret;
}

export const servedOverHttps = () => process.env.APP_URL?.startsWith("https:") ?? false;

/** next-auth takes its address from here and nowhere else. */
export function tellNextAuth(appUrl: string): void {
  process.env.NEXTAUTH_URL = appUrl;
}
