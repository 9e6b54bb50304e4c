"use client";

import { can } from "@slacky/api/rules";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useId, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { useShortcut } from "~/lib/use-shortcut";
import { Button } from "~/ui/button";
import { OnceOpened } from "~/ui/once-opened";
import { Tooltip } from "~/ui/tooltip";

const CreateTicketDialog = lazy(() =>
  import("./create-ticket-dialog").then((module) => ({ default: module.CreateTicketDialog })),
);

/** The one solid button of the frame, also on the key C. */
export function CreateTicketButton() {
  const t = useTranslations("shell");
  const { role } = useCurrentWorkspace();
  const [open, setOpen] = useState(false);
  const reason = useId();
  const allowed = can(role, "ticket.create");
  useShortcut("c", () => allowed && setOpen(true));

  return (
    <>
      <Tooltip
        label={allowed ? t("createTicket") : t("newTicket.viewerReason")}
        {...(allowed && { shortcut: "C" })}
      >
        <Button
          variant="primary"
          aria-disabled={!allowed || undefined}
          aria-describedby={allowed ? undefined : reason}
          onClick={() => allowed && setOpen(true)}
          className="w-full"
        >
          <Plus aria-hidden className="size-4" strokeWidth={1.75} />
          {t("createTicket")}
        </Button>
      </Tooltip>
      {!allowed && (
        <span id={reason} className="sr-only">
          {t("newTicket.viewerReason")}
        </span>
      )}
      <OnceOpened open={open}>
        <CreateTicketDialog open={open} onOpenChange={setOpen} />
      </OnceOpened>
    </>
  );
}
