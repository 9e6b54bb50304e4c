import { useMutation } from "@tanstack/react-query";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";

import type { Card } from "./board-state";
import { toCard } from "./read-lane";
import { writesKey } from "./writes";

/** Creates a ticket in a lane. */
export function useCreate(projectId: string, onCreated: (card: Card) => void) {
  const { id: workspaceId } = useCurrentWorkspace();
  const { client } = trpc.useUtils();
  return useMutation({
    mutationKey: [...writesKey(projectId), "create"],
    mutationFn: (input: { title: string; state: string }) =>
      client.tickets.create.mutate({ workspaceId, projectId, ...input }),
    onSuccess: (ticket) => onCreated(toCard(ticket)),
  });
}
