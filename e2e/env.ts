/** Of a server that runs already. By its name: the session cookie belongs to localhost. */
export const env = {
  BASE_URL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
  CHROMIUM_PATH: process.env.CHROMIUM_PATH,
  JSON_REPORT: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME !== undefined,
  CI: Boolean(process.env.CI),
};
