import type { Ground } from "./bootstrap.mjs";
import { supervise } from "./supervise";

/** `npm run dev`: the same server and database, with Next compiling pages as they are asked for. */
export async function main(ground: Ground): Promise<void> {
  await supervise(ground, {
    prepare: async () => {},
    args: ["--import", import.meta.resolve("tsx"), "apps/web/server.ts"],
    nodeEnv: "development",
  });
}
