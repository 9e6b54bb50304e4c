"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";

import { useProjects } from "~/lib/projects";
import { Dialog } from "~/ui/dialog";

import { CreateTicketForm } from "./create-ticket-form";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export function CreateTicketDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("shell.newTicket");
  const projects = useProjects();
  const { project: key } = useParams<{ project?: string }>();
  const here = projects.find((project) => project.key === key) ?? projects[0];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={here ? t("title") : t("noProjectTitle")}
      {...(!here && { description: t("noProjectBody") })}
    >
      {here && (
        <CreateTicketForm
          projects={projects}
          initialProject={here.id}
          onDone={() => onOpenChange(false)}
        />
      )}
    </Dialog>
  );
}
