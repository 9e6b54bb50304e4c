"use client";

import { useMutationState } from "@tanstack/react-query";
import { notFound } from "next/navigation";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";
import { failureOf } from "~/trpc/failure";

import { type Edit, newer, type Ticket, withEdits } from "./ticket-edits";

/** Edits of one ticket share this key. */
export const editsOf = (ticketId: string) => ["edit-ticket", ticketId];

/** The ticket on the screen. Changes that are on their way are painted already; a refused one is gone again. */
export function useTicket(initial: Ticket): { ticket: Ticket; pending: Edit[] } {
  const { id: workspaceId } = useCurrentWorkspace();
  const { data, error } = trpc.tickets.get.useQuery(
    { workspaceId, ticket: initial.id },
    { initialData: initial },
  );
  if (error && failureOf(error).code === "NOT_FOUND") notFound();
  const pending = useMutationState({
    filters: { mutationKey: editsOf(initial.id), status: "pending" },
    select: (mutation) => mutation.state.variables as Edit,
  });
  return { ticket: withEdits(newer(data, initial), pending), pending };
}
