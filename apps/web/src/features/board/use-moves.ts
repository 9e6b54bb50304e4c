import { useMutation, useMutationState } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { failureOf } from "~/trpc/failure";
import { toast } from "~/ui/toaster";

import { applyMove, findCard, type Move, settle } from "./board-state";
import { toCard } from "./read-lane";
import type { useBoard } from "./use-board";
import { writesKey } from "./writes";

/** By place as one drags a card, or by state alone as one picks it from a menu. */
export type MoveRequest = { move: Move } | { transition: { ticketId: string; to: string } };

export const moveOf = (request: MoveRequest): Move =>
  "move" in request ? request.move : request.transition;

/**
 * What is shown is the server's board with every move on its way applied to it. A move that is
 * refused leaves that list, and with it every trace of it on the screen.
 */
export function useMoves(projectId: string, source: ReturnType<typeof useBoard>) {
  const t = useTranslations("board");
  const explain = useErrorMessage();
  const { id: workspaceId } = useCurrentWorkspace();
  const { client } = trpc.useUtils();
  const mutationKey = [...writesKey(projectId), "move"];

  const { mutate } = useMutation({
    mutationKey,
    // One after another: a place is named by a neighbour, who may be on the way there too.
    scope: { id: mutationKey.join() },
    mutationFn: (request: MoveRequest) =>
      "move" in request
        ? client.tickets.move.mutate({ workspaceId, ...request.move })
        : client.tickets.transition.mutate({ workspaceId, ...request.transition }),
    onSuccess: (ticket) => void source.update((board) => settle(board, toCard(ticket))),
    onError: (error, request) => {
      const { ticketId } = moveOf(request);
      const retryable = failureOf(error).reason === null;
      toast.error(t("move.refused", { key: findCard(source.board, ticketId)?.key ?? "" }), {
        description: explain(error),
        ...(retryable && { action: { label: t("move.retry"), onClick: () => mutate(request) } }),
      });
      void source.refresh();
    },
  });

  const pending = useMutationState({
    filters: { mutationKey, status: "pending" },
    select: (mutation) => moveOf(mutation.state.variables as MoveRequest),
  });
  const board = useMemo(() => pending.reduce(applyMove, source.board), [pending, source.board]);

  return { board, send: mutate };
}
