"use client";

import type { RouterOutputs } from "@slacky/api";
import { createContext, useContext } from "react";

import type { Member } from "~/lib/everyone";
import type { Project } from "~/lib/projects";

import type { Conflict } from "./conflict";
import type { Outcome, Patch, Ticket } from "./ticket-edits";

export type Label = RouterOutputs["labels"]["list"]["items"][number];

export type TicketScreen = {
  ticket: Ticket;
  project: Project;
  everyone: ReadonlyMap<string, Member>;
  labels: Label[];
  mayEdit: boolean;
  /** The element that says why one may not. */
  reasonId: string;
  /** Saves a change, built on what is on the screen unless an earlier version is named. */
  edit: (patch: Patch, seen?: number) => Promise<Outcome>;
  /** Two people's versions of a field, until one of them is chosen. */
  conflict: Conflict | null;
  settle: () => void;
};

const Context = createContext<TicketScreen | null>(null);

export const TicketScreenProvider = Context;

/** The ticket on the screen, and what can be done with it. */
export function useTicketScreen(): TicketScreen {
  const screen = useContext(Context);
  if (!screen) throw new Error("Used outside of a ticket's page.");
  return screen;
}
