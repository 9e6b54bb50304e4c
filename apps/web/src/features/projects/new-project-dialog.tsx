"use client";

import { useTranslations } from "next-intl";

import { Dialog } from "~/ui/dialog";

import { NewProjectForm } from "./new-project-form";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export function NewProjectDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("shell.newProject");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} className="max-w-105">
      <NewProjectForm onCancel={() => onOpenChange(false)} />
    </Dialog>
  );
}
