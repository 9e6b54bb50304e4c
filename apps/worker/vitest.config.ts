import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["testing/**/*.test.ts"],
    globalSetup: ["../../packages/db/src/testing/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
