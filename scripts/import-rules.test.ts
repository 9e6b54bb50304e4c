import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const config = join(root, ".dependency-cruiser.cjs");
const rules: string[] = createRequire(import.meta.url)(config).forbidden.map(
  (rule: { name: string }) => rule.name,
);

/** One file for each rule, breaking it. */
const planted: Record<string, [file: string, code: string]> = {
  "no-cycles": ["packages/api/src/a.ts", 'import { b } from "./b"; export const a = b;'],
  "vocabulary-imports-nothing": ["packages/db/src/vocabulary.ts", 'import "node:fs";'],
  "db-knows-nobody": ["packages/db/src/client.ts", 'import "../../api/src/a";'],
  "auth-knows-only-db": ["packages/auth/src/index.ts", 'import "../../api/src/a";'],
  "client-takes-only-types-of-the-server": [
    "packages/client/src/index.ts",
    'import "../../api/src/root";',
  ],
  "only-auth-names-next-auth": ["apps/web/src/app/page.tsx", 'import "next-auth";'],
  "web-reaches-the-server-only-by-its-doors": [
    "apps/web/src/features/board/board.tsx",
    'import "../../../../../packages/api/src/b";',
  ],
  "browser-values-come-from-rules": [
    "apps/web/src/features/board/lane.tsx",
    'import "../../../../../packages/api/src/root";',
  ],
  "rules-are-pure": ["packages/api/src/rules.ts", 'import "./projects/insert-project";'],
  "only-routers-speak-trpc": ["packages/api/src/labels/list.ts", 'import "@trpc/server";'],
  "routers-do-not-query": ["packages/api/src/labels/router.ts", 'import "drizzle-orm";'],
  "a-feature-does-not-import-another-features-router-or-input": [
    "packages/api/src/comments/add.ts",
    'import "../labels/router";',
  ],
  "ui-knows-no-feature": ["apps/web/src/ui/button.tsx", 'import "../features/board/lane";'],
  "features-do-not-know-each-other": [
    "apps/web/src/features/tickets/page.tsx",
    'import "../board/lane";',
  ],
};

const innocent: Record<string, string> = {
  "packages/api/src/b.ts": 'import { a } from "./a"; export const b = a;',
  "packages/api/src/root.ts": "export {};",
  "packages/api/src/projects/insert-project.ts": 'import "drizzle-orm";',
  "node_modules/drizzle-orm/index.js": "",
  "node_modules/next-auth/index.js": "",
  "node_modules/@trpc/server/index.js": "",
};

let tree: string;

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), "slacky-rules-"));
  for (const [file, code] of [...Object.entries(innocent), ...Object.values(planted)]) {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), code);
  }
});

afterAll(() => rm(tree, { recursive: true, force: true }));

test("every import rule has a planted violation", () => {
  expect(Object.keys(planted).sort()).toEqual([...rules].sort());
});

test("every planted violation is caught by its rule", async () => {
  const cruiser = join(root, "node_modules/.bin/depcruise");
  const report = await promisify(execFile)(
    cruiser,
    ["--config", config, "--output-type", "json", "packages", "apps"],
    { cwd: tree, maxBuffer: 1 << 26 },
  ).catch((failed: { stdout: string }) => failed);
  const violations: { rule: { name: string }; from: string }[] = JSON.parse(report.stdout).summary
    .violations;
  for (const [rule, [file]] of Object.entries(planted)) {
    expect(violations, rule).toContainEqual(
      expect.objectContaining({ from: file, rule: expect.objectContaining({ name: rule }) }),
    );
  }
});
