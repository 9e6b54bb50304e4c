import { initTRPC } from "@trpc/server";

import type { Permission } from "../access/permissions";
import type { Context } from "./context";
import { shapeError } from "./errors";

/** `permission` is set by `may`; a test walks the router and asks every procedure by it. */
export type Meta = { permission?: Permission };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({ isDev: false, errorFormatter: ({ shape, error }) => shapeError(shape, error) });

export const router = t.router;
export const middleware = t.middleware;
export const procedure = t.procedure;
export const createCallerFactory = t.createCallerFactory;
