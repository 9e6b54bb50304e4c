"use client";

import { useTranslations } from "next-intl";

import { Dialog } from "~/ui/dialog";

import { AddMemberForm } from "./add-member-form";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export function AddMemberDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("shell.membersPage");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("add")}
      description={t("addBody")}
      className="max-w-105"
    >
      <AddMemberForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}
