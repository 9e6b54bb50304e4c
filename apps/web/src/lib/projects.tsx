"use client";

import type { RouterOutputs } from "@slacky/api";
import { createContext, type ReactNode, useContext } from "react";

import { trpc } from "~/trpc/client";

import { useCurrentWorkspace } from "./current-workspace";

type Projects = RouterOutputs["projects"]["list"];
export type Project = Projects["items"][number];

const Initial = createContext<Projects>({ items: [] });

/** Brings along what the server already read, so that the first paint has the projects. */
export function ProjectsProvider({
  initial,
  children,
}: {
  initial: Projects;
  children: ReactNode;
}) {
  return <Initial value={initial}>{children}</Initial>;
}

/** The workspace's projects, by name. */
export function useProjects(): Project[] {
  const { id } = useCurrentWorkspace();
  const initialData = useContext(Initial);
  return trpc.projects.list.useQuery({ workspaceId: id }, { initialData }).data.items;
}
