import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be set, as postgres://user:password@host/name",
  }),
});

export type Env = z.infer<typeof schema>;

/** Reads the settings, and names everything that is wrong with them. No value is repeated. */
export function readEnv(from: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(from);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`);
  throw new Error(`These settings are not right:\n${lines.join("\n")}`);
}
