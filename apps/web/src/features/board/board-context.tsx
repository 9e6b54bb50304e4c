"use client";

import type { RouterOutputs } from "@slacky/api";
import { createContext, use } from "react";

import type { Project } from "~/lib/projects";

export type Label = RouterOutputs["labels"]["list"]["items"][number];

/** The card whose menu is open, and what it opened beside. */
export type OpenMenu = { ticketId: string; anchor: Element };

type BoardContextValue = {
  project: Project;
  slug: string;
  people: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, Label>;
  /** The day it is, as the server said, so that both render the same. */
  today: string;
  /** Why cards stay where they are, or null for who may move them. */
  locked: string | null;
  openMenu: (ticketId: string, anchor: Element) => void;
};

const Context = createContext<BoardContextValue | null>(null);

export const BoardContextProvider = Context;

export function useBoardContext(): BoardContextValue {
  const value = use(Context);
  if (!value) throw new Error("Used outside of a board.");
  return value;
}
