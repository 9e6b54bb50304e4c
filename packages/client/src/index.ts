import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

import type { router } from "./router";

export { type ClientOptions, createClient, type SlackyClient, withKey } from "./create-client";
export { isSlackyError, type SlackyError } from "./slacky-error";

export type SlackyRouter = typeof router;
export type Inputs = inferRouterInputs<SlackyRouter>;
export type Outputs = inferRouterOutputs<SlackyRouter>;
