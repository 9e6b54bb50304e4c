/** Who may import whom: docs/architecture.md in a form that a tool enforces. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "vocabulary-imports-nothing",
      severity: "error",
      from: { path: "^packages/db/src/vocabulary[.]ts$" },
      to: { path: ".+" },
    },
    {
      name: "db-knows-nobody",
      severity: "error",
      from: { path: "^packages/db/" },
      to: { path: "^(packages/(api|auth)|apps|e2e|scripts)/" },
    },
    {
      name: "auth-knows-only-db",
      severity: "error",
      from: { path: "^packages/auth/" },
      to: { path: "^(packages/api|apps|e2e|scripts)/" },
    },
    {
      name: "client-takes-only-types-of-the-server",
      comment: "What is published runs without it, and names none of it.",
      severity: "error",
      from: { path: "^packages/client/src/", pathNot: "[.]test[.]ts$" },
      to: {
        path: "^(packages/(?!client/)|apps|scripts|bench)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-auth-names-next-auth",
      comment: "The browser's half, next-auth/react, is the web app's sign-in.",
      severity: "error",
      from: { pathNot: "^packages/auth/src/next" },
      to: { path: "node_modules/next-auth/", pathNot: "node_modules/next-auth/react" },
    },
    {
      name: "web-reaches-the-server-only-by-its-doors",
      comment: "rules.ts for values, root.ts for types; the server's own files mount the rest.",
      severity: "error",
      from: { path: "^apps/web/src/(features|ui|lib)/", pathNot: "[.]test[.]tsx?$" },
      to: {
        path: "^packages/(api|db|auth)/src/",
        pathNot: "^packages/api/src/(rules|root)[.]ts$|^packages/db/src/vocabulary[.]ts$",
      },
    },
    {
      name: "browser-values-come-from-rules",
      comment: "root.ts gives the browser types and nothing that runs.",
      severity: "error",
      from: { path: "^apps/web/src/(features|ui|lib|trpc/client)" },
      to: { path: "^packages/api/src/root[.]ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rules-are-pure",
      comment: "Everything the browser may run, all the way down.",
      severity: "error",
      from: { path: "^packages/api/src/rules[.]ts$" },
      to: {
        path: "node_modules/(drizzle-orm|postgres|@trpc|next|next-auth)/|^packages/db/src/(?!vocabulary)|^packages/auth/",
        reachable: true,
      },
    },
    {
      name: "only-routers-speak-trpc",
      severity: "error",
      from: {
        path: "^packages/api/src/",
        pathNot: "(/router[.]ts|/trpc/|/edge/|/root[.]ts|/testing/|[.]test[.]ts)",
      },
      to: { path: "node_modules/@trpc/" },
    },
    {
      name: "routers-do-not-query",
      severity: "error",
      from: { path: "^packages/api/src/[^/]+/router[.]ts$" },
      to: { path: "node_modules/drizzle-orm/|^packages/db/src/(schema|client)" },
    },
    {
      name: "a-feature-does-not-import-another-features-router-or-input",
      severity: "error",
      from: { path: "^packages/api/src/([^/]+)/" },
      to: {
        path: "^packages/api/src/([^/]+)/(router|input)[.]ts$",
        pathNot: "^packages/api/src/$1/",
      },
    },
    {
      name: "ui-knows-no-feature",
      severity: "error",
      from: { path: "^apps/web/src/ui/" },
      to: { path: "^apps/web/src/(features|trpc|app)/|node_modules/(@trpc|@tanstack|next)/" },
    },
    {
      name: "features-do-not-know-each-other",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/", pathNot: "^apps/web/src/features/$1/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|dist)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
