"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { failureOf } from "~/trpc/failure";
import { toast } from "~/ui/toaster";

import { type Conflict, conflictOf } from "./conflict";
import { baseVersion, type Edit, newer, type Outcome } from "./ticket-edits";
import { editsOf } from "./use-ticket";

/** These pass by themselves, so the same again may work. */
const passing = ["OFFLINE", "SERVICE_UNAVAILABLE", "TIMEOUT", "TOO_MANY_REQUESTS"];

/**
 * Saves edits of one ticket, one after the other. Why one was refused is said in a toast, or kept as
 * a conflict to be settled.
 */
export function useEditTicket(ticketId: string) {
  const common = useTranslations("common");
  const explain = useErrorMessage();
  const utils = trpc.useUtils();
  const { id: workspaceId } = useCurrentWorkspace();
  const written = useRef<Record<string, number>>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const here = { workspaceId, ticket: ticketId };

  const { mutateAsync } = useMutation({
    mutationKey: editsOf(ticketId),
    scope: { id: `ticket:${ticketId}` },
    mutationFn: ({ patch, seen }: Edit) => {
      const { state, assigneeId, ...fields } = patch;
      const { tickets } = utils.client;
      if (state !== undefined) {
        return tickets.transition.mutate({ workspaceId, ticketId, to: state });
      }
      if (assigneeId !== undefined) {
        return tickets.assign.mutate({ workspaceId, ticketId, assigneeId });
      }
      const expectedVersion = baseVersion({ patch, seen }, written.current);
      return tickets.update.mutate({ workspaceId, ticketId, expectedVersion, patch: fields });
    },
    onSuccess: async (answer, { patch }) => {
      for (const field of Object.keys(patch)) written.current[field] = answer.version;
      await utils.tickets.get.cancel(here);
      utils.tickets.get.setData(here, (known) => known && newer(known, { ...known, ...answer }));
      if (patch.state !== undefined) void utils.tickets.history.invalidate(here);
      void utils.tickets.board.invalidate();
      void utils.tickets.list.invalidate();
    },
    onError: (error, edit) => {
      const found = conflictOf(error);
      if (found) setConflict(found);
      else if (failureOf(error).code !== "UNAUTHORIZED") tell(error, edit);
      void utils.tickets.get.invalidate(here);
    },
  });

  const edit = (change: Edit): Promise<Outcome> =>
    mutateAsync(change).then(
      () => "saved",
      (error) => (conflictOf(error) ? "conflict" : "refused"),
    );

  function tell(error: unknown, change: Edit): void {
    const again = passing.includes(failureOf(error).code);
    toast.error(explain(error), {
      ...(again && { action: { label: common("tryAgain"), onClick: () => void edit(change) } }),
    });
  }

  return { edit, conflict, settle: () => setConflict(null) };
}
