"use client";

import type { RouterOutputs } from "@slacky/api";
import { createContext, type ReactNode, useContext } from "react";

type Me = RouterOutputs["auth"]["me"];

/** One of the workspaces of the person who looks, with everything else `auth.me` says about them. */
export type CurrentWorkspace = Me["workspaces"][number] & Me;

const Context = createContext<CurrentWorkspace | null>(null);

export function CurrentWorkspaceProvider({
  value,
  children,
}: {
  value: CurrentWorkspace;
  children: ReactNode;
}) {
  return <Context value={value}>{children}</Context>;
}

/** The workspace on the screen, the role in it, and who looks at it. */
export function useCurrentWorkspace(): CurrentWorkspace {
  const value = useContext(Context);
  if (!value) throw new Error("Used outside of a workspace's pages.");
  return value;
}
