import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const here = fileURLToPath(new URL("..", import.meta.url));
const run = (program: string, args: string[], cwd: string) =>
  execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** An empty project that has the tarball and the two packages it depends on, and nothing else. */
let project: string;
let installed: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "slacky-client-"));
  installed = join(project, "node_modules/@slacky/client");
  run(process.execPath, ["build.mjs"], here);
  run("pnpm", ["pack", "--pack-destination", project], here);
  const tarball = (await readdir(project)).find((name) => name.endsWith(".tgz"))!;
  await mkdir(installed, { recursive: true });
  run("tar", ["-xzf", join(project, tarball), "--strip-components=1", "-C", installed], project);
  await mkdir(join(project, "node_modules/@trpc"));
  for (const name of ["client", "server"]) {
    await cp(join(here, "node_modules/@trpc", name), join(project, "node_modules/@trpc", name), {
      recursive: true,
      dereference: true,
      filter: (from) => !from.endsWith("/node_modules"),
    });
  }
  await symlink(join(here, "node_modules/typescript"), join(project, "node_modules/typescript"));
  await cp(join(here, "testing/sample.ts"), join(project, "sample.ts"));
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe("what is published", () => {
  test("needs two packages, at exact versions, and brings only what was built", async () => {
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    expect(manifest.dependencies).toEqual({
      "@trpc/client": "11.19.0",
      "@trpc/server": "11.19.0",
    });
    expect(manifest.exports).toEqual({
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    });
    expect((await readdir(installed)).sort()).toEqual([
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
    ]);
  });

  test("names nothing of the server's", async () => {
    const dist = join(installed, "dist");
    for (const name of await readdir(dist)) {
      const text = await readFile(join(dist, name), "utf8");
      expect(text, name).not.toMatch(/drizzle|postgres|next-auth|ctx: \{|@slacky\//);
    }
    const router = await readFile(join(dist, "router.d.ts"), "utf8");
    const named = new Set([...router.matchAll(/import\("([^"]+)"\)/g)].map(([, from]) => from));
    expect([...named].sort()).toEqual(["./error-shape.js", "@trpc/server"]);
  });

  test.each([
    ["bundler", "esnext"],
    ["nodenext", "nodenext"],
  ])("compiles in a project of its own, with %s resolution", (moduleResolution, module) => {
    const settings = { moduleResolution, module, target: "es2022", lib: "es2022,dom" };
    const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const tsc = [
      "node_modules/typescript/bin/tsc",
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      ...options,
    ];
    expect(run(process.execPath, [...tsc, "--types", "", "sample.ts"], project)).toBe("");
  });

  test("runs, and says so when nobody is there", () => {
    const program = `
      import { createClient, isSlackyError } from "@slacky/client";
      const slacky = createClient({ url: "http://127.0.0.1:1" });
      await slacky.auth.token.mutate({ email: "a@example.test", password: "secret" }).catch((error) =>
        console.log(isSlackyError(error), error.code, error.status));`;
    const said = run(process.execPath, ["--input-type=module", "-e", program], project);
    expect(said).toBe("true UNREACHABLE undefined\n");
  });
});
