import { createCaller } from "@slacky/api";
import { createContext } from "@slacky/api/context";
import type { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import { paths } from "~/lib/paths";

/**
 * The API for server components. Signed out leads to the sign-in page and what is not there to the
 * not-found page, so that a page states only what it shows.
 */
export const api = cache(async () => {
  const request = await headers();
  const page = request.get("x-page") ?? paths.home();
  return createCaller(await createContext(request), {
    onError({ error }: { error: TRPCError }) {
      if (error.code === "UNAUTHORIZED") redirect(paths.signIn(page));
      if (error.code === "NOT_FOUND") notFound();
    },
  });
});
