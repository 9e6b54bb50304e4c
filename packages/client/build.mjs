import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));

await rm(at("dist"), { recursive: true, force: true });
await build({
  entryPoints: [at("src/index.ts")],
  outfile: at("dist/index.js"),
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "neutral",
  target: "es2022",
  logLevel: "warning",
});

// The compiler declares the server's files along; only the client's own are published, without
// `flatten`, the one that names the server.
execFileSync(process.execPath, [join(typescript, "bin/tsc"), "-p", at("tsconfig.build.json")], {
  stdio: "inherit",
});
const declared = at("dist/.declared/client/src");
await mkdir(at("dist"), { recursive: true });
for (const name of await readdir(declared)) {
  if (name === "flatten.d.ts") continue;
  const text = await readFile(join(declared, name), "utf8");
  // Node's own resolution wants the extension that the sources leave out.
  await writeFile(at(`dist/${name}`), text.replace(/(from |import\()"(\.\/[^"]+)"/g, '$1"$2.js"'));
}
await rm(at("dist/.declared"), { recursive: true });
