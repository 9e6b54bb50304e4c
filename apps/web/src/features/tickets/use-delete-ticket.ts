"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { toast } from "~/ui/toaster";

import type { Ticket } from "./ticket-edits";

/** Puts the ticket in the trash and goes back to the board, where the toast can take it back out. */
export function useDeleteTicket({ id: ticketId, key }: Ticket, projectKey: string): () => void {
  const t = useTranslations("tickets.delete");
  const explain = useErrorMessage();
  const router = useRouter();
  const utils = trpc.useUtils();
  const { id: workspaceId, slug } = useCurrentWorkspace();

  const forgetLists = () =>
    Promise.all([utils.tickets.board.invalidate(), utils.tickets.list.invalidate()]);

  // The toast outlives this page, so it calls the server without the page's help.
  async function restore() {
    try {
      await utils.client.tickets.restore.mutate({ workspaceId, ticketId });
      await utils.tickets.get.invalidate({ workspaceId, ticket: ticketId });
      await forgetLists();
      toast.success(t("restored", { key }));
    } catch (error) {
      toast.error(explain(error));
    }
  }

  const { mutate } = useMutation({
    scope: { id: `ticket:${ticketId}` },
    mutationFn: () => utils.client.tickets.delete.mutate({ workspaceId, ticketId }),
    onSuccess: () => {
      router.push(paths.project(slug, projectKey));
      void forgetLists();
      toast(t("deleted", { key }), {
        duration: 10_000,
        action: { label: t("undo"), onClick: () => void restore() },
      });
    },
    onError: (error) => toast.error(explain(error)),
  });
  return () => mutate();
}
