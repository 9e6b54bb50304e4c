import { isIP } from "node:net";
import { resolve } from "node:path";
import { Refusal } from "./refusal.mjs";

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {string} url where the person finds Slacky
 * @property {string | undefined} dataDir as it was asked for
 * @property {string | undefined} databaseUrl
 * @property {NodeJS.ProcessEnv} env what the server is given
 */

/** What each setting must be. @type {Record<string, [(value: string) => boolean, string]>} */
const rules = {
  PORT: [(v) => wholeNumber(v, 1, 65535), "must be a whole number from 1 to 65535"],
  HOST: [
    (v) => isIP(v) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(v),
    "must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them",
  ],
  DATABASE_URL: [
    isUrl("postgres:", "postgresql:"),
    "must be a URL such as postgres://user:password@host:5432/database",
  ],
  AUTH_SECRET: [(v) => v.length >= 32, "must have at least 32 characters"],
  APP_URL: [isUrl("http:", "https:"), "must be a URL such as https://board.example.com"],
  REDIS_URL: [isUrl("redis:", "rediss:"), "must be a URL such as redis://host:6379"],
  UPSTASH_REDIS_REST_URL: [
    isUrl("http:", "https:"),
    "must be a URL such as https://name.upstash.io",
  ],
  SMTP_URL: [isUrl("smtp:", "smtps:"), "must be a URL such as smtp://user:password@host:587"],
  WORKER: [(v) => v === "on" || v === "off", "must be on or off"],
  TRUSTED_PROXY_HOPS: [(v) => wholeNumber(v, 0, 100), "must be a whole number, 0 or more"],
  RATE_LIMIT_FACTOR: [
    (v) => Number(v) > 0 && Number.isFinite(Number(v)),
    "must be a number above 0",
  ],
};

/**
 * Reads every setting, or refuses with all that is wrong. An empty one counts as not set. Values are
 * not repeated: some are secrets.
 * @param {NodeJS.ProcessEnv} from
 * @param {string} root
 * @returns {Settings}
 */
export function readSettings(from, root) {
  const env = Object.fromEntries(
    Object.entries(from).filter(([name, value]) => value !== "" || !(name in rules)),
  );
  const wrong = Object.entries(rules)
    .filter(([name, [holds]]) => env[name] !== undefined && !holds(env[name]))
    .map(([name, [, must]]) => `${name} ${must}.`);
  if (env.DATABASE_URL && !env.AUTH_SECRET) {
    wrong.push("AUTH_SECRET is required with DATABASE_URL. Make one with: openssl rand -base64 32");
  }
  if (!env.UPSTASH_REDIS_REST_URL !== !env.UPSTASH_REDIS_REST_TOKEN) {
    wrong.push("UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN must be set together.");
  }
  if (wrong.length > 0)
    throw new Refusal(["These settings cannot be used:", ...wrong].join("\n  "));

  const port = Number(env.PORT ?? 3000);
  const host = env.HOST ?? "127.0.0.1";
  const url = `http://${isReachedAsLocalhost(host) ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
  return {
    port,
    host,
    url,
    dataDir: env.DATA_DIR ? resolve(root, env.DATA_DIR) : undefined,
    databaseUrl: env.DATABASE_URL,
    env: { ...env, PORT: `${port}`, HOST: host, APP_URL: env.APP_URL ?? url },
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutSettings(env) {
  const other = /^(DATA_DIR|UPSTASH_REDIS_REST_TOKEN|S3_.*)$/;
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !(name in rules) && !other.test(name)),
  );
}

/** @param {string} host */
function isReachedAsLocalhost(host) {
  return ["localhost", "0.0.0.0", "::", "::1"].includes(host) || host.startsWith("127.");
}

/**
 * @param {string} value
 * @param {number} least
 * @param {number} most
 */
function wholeNumber(value, least, most) {
  return /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

/** @param {...string} protocols */
function isUrl(...protocols) {
  return (/** @type {string} */ value) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
