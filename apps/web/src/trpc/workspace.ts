import { notFound } from "next/navigation";
import { cache } from "react";

import type { CurrentWorkspace } from "~/lib/current-workspace";

import { api } from "./server";

/** Who is signed in and where they belong. Once a request. */
export const me = cache(async () => (await api()).auth.me());

/** The workspace of an address, as the one who looks at it knows it. Once a request. */
export const workspaceBySlug = cache(async (slug: string): Promise<CurrentWorkspace> => {
  const person = await me();
  const workspace = person.workspaces.find((one) => one.slug === slug) ?? notFound();
  return { ...workspace, ...person };
});
