import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [at("server.ts")],
  outfile: at("dist/server.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
  // Native code, and what finds files beside itself.
  external: ["next", "@node-rs/argon2", "postgres", "pino"],
  // For the CommonJS packages inside the bundle.
  banner: {
    js: 'import { createRequire as slackyRequire } from "node:module";const require = slackyRequire(import.meta.url);',
  },
});
await cp(at("../../packages/db/migrations"), at("dist/migrations"), { recursive: true });
