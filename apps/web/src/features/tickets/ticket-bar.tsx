"use client";

import { onlineManager } from "@tanstack/react-query";
import { Link as LinkIcon, MoreHorizontal, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { IconButton } from "~/ui/icon-button";
import { Menu, MenuItem } from "~/ui/menu";
import { toast } from "~/ui/toaster";

import { useTicketScreen } from "./ticket-context";
import { useDeleteTicket } from "./use-delete-ticket";

/** The way back to the board, how saving goes, and what is done with a ticket as a whole. */
export function TicketBar({ saving }: { saving: boolean }) {
  const t = useTranslations("tickets");
  const { slug } = useCurrentWorkspace();
  const { ticket, project, mayEdit } = useTicketScreen();
  const remove = useDeleteTicket(ticket, project.key);

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.origin + paths.ticket(slug, ticket.key));
    toast.success(t("linkCopied"));
  }

  return (
    <div className="sticky top-0 z-10 flex min-h-11 shrink-0 items-center gap-2 border-line border-b bg-page px-4 print:hidden">
      <nav className="flex min-w-0 items-center gap-1.5 text-ui">
        <Link
          href={paths.project(slug, project.key)}
          className="inline-flex min-h-7 min-w-0 items-center rounded-chip px-1 text-ink-2 hover:text-ink hover:underline pointer-coarse:min-h-11"
        >
          <span className="truncate">{project.name}</span>
        </Link>
        <span aria-hidden className="text-ink-3">
          ›
        </span>
        <span className="whitespace-nowrap font-mono text-ink-3 text-meta">{ticket.key}</span>
      </nav>
      <SaveState saving={saving} />
      <IconButton label={t("copyLink")} onClick={() => void copyLink()}>
        <LinkIcon strokeWidth={1.75} />
      </IconButton>
      <Menu
        align="end"
        trigger={
          <IconButton label={t("more")}>
            <MoreHorizontal strokeWidth={1.75} />
          </IconButton>
        }
      >
        <MenuItem
          danger={mayEdit}
          icon={<Trash2 aria-hidden strokeWidth={1.75} />}
          reason={mayEdit ? undefined : t("delete.reason")}
          onSelect={remove}
        >
          {t("delete.action")}
        </MenuItem>
      </Menu>
    </div>
  );
}

function SaveState({ saving }: { saving: boolean }) {
  const t = useTranslations("tickets");
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
  return (
    <p role="status" className="ms-auto min-w-0 truncate text-ink-3 text-meta">
      {!online ? t("offline") : saving ? t("saving") : ""}
    </p>
  );
}
