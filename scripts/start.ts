import type { Ground } from "./bootstrap.mjs";
import { build } from "./build";
import { supervise } from "./supervise";

/** `npm start`: the built application, restarted when it fails, until Ctrl-C. */
export async function main(ground: Ground): Promise<void> {
  await supervise(ground, {
    prepare: () => build(ground, "@slacky/web"),
    args: ["apps/web/dist/server.mjs"],
    nodeEnv: "production",
  });
}
