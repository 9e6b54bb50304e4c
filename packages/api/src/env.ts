import { z } from "zod";

const appUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).refine(
  (text) => {
    const { pathname, search, hash, username } = new URL(text);
    return pathname === "/" && !search && !hash && !username;
  },
  { error: "must be an address without a path, such as https://board.example.com" },
);

const aPort = { error: "must be a port number, from 1 to 65535" };

const hops = { error: "must be a whole number, 0 or more" };
const factor = { error: "must be a number above 0" };

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be set, as postgres://user:password@host/name",
  }),
  AUTH_SECRET: z
    .string({ error: "must be set" })
    .refine((secret) => Buffer.byteLength(secret) >= 32, {
      error: "must be at least 32 characters: openssl rand -base64 32 makes one",
    }),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number(aPort).int(aPort).min(1, aPort).max(65_535, aPort).default(3000),
  APP_URL: appUrl.optional(),
  /** `off` where processes of apps/worker do the work in the background. */
  WORKER: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "must be an address such as redis://host:6379" })
    .optional(),
  UPSTASH_REDIS_REST_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  /** How many proxies of ours a request passes; so many of its forwarded addresses are believed. */
  TRUSTED_PROXY_HOPS: z.coerce.number(hops).int(hops).min(0, hops).max(100, hops).default(0),
  /** Multiplies every limit. */
  RATE_LIMIT_FACTOR: z.coerce.number(factor).positive(factor).default(1),
});

export type Env = Omit<z.infer<typeof schema>, "APP_URL"> & {
  /** The origin people open, without a slash at the end. */
  APP_URL: string;
};

/** Reads the settings, and names everything that is wrong with them. No value is repeated: some are secret. */
export function readEnv(from: Record<string, string | undefined> = process.env): Env {
  // A setting left empty, as in `PORT=`, is a setting not made.
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const parsed = schema
    .refine((env) => !env.UPSTASH_REDIS_REST_URL === !env.UPSTASH_REDIS_REST_TOKEN, {
      path: ["UPSTASH_REDIS_REST_URL"],
      error: "and UPSTASH_REDIS_REST_TOKEN must be set together",
    })
    .safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`);
    throw new Error(`These settings are not right:\n${lines.join("\n")}`);
  }
  const url = parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`;
  return { ...parsed.data, APP_URL: new URL(url).origin };
}
