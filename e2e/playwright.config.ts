import { defineConfig } from "@playwright/test";

import { env } from "./env";

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: env.CI,
  // Long enough for a busy machine: nothing here waits for a time to pass.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // The json reporter writes where PLAYWRIGHT_JSON_OUTPUT_NAME says.
  reporter: env.JSON_REPORT ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: env.BASE_URL,
    trace: "retain-on-failure",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(env.CHROMIUM_PATH && { executablePath: env.CHROMIUM_PATH }),
      args: [
        // Chromium's sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "e2e", testMatch: "**/*.e2e.ts" },
    { name: "screenshots", testMatch: "**/*.shots.ts" },
  ],
});
