"use client";

import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { useShortcut } from "~/lib/use-shortcut";
import { Avatar } from "~/ui/avatar";
import { Picker } from "~/ui/picker";

import { FieldButton, FieldRow } from "./field-row";
import { useTicketScreen } from "./ticket-context";

const NOBODY = "";

export function AssigneeField() {
  const t = useTranslations("tickets.fields");
  const { user } = useCurrentWorkspace();
  const { ticket, everyone, mayEdit, edit } = useTicketScreen();
  const [open, setOpen] = useState(false);
  useShortcut("a", () => mayEdit && setOpen(true));
  useShortcut("i", () => mayEdit && assign(user.id));

  function assign(assigneeId: string | null) {
    if (assigneeId !== ticket.assigneeId) void edit({ assigneeId });
  }

  const assignee = ticket.assigneeId === null ? undefined : everyone.get(ticket.assigneeId);
  const name = ticket.assigneeId === null ? t("nobody") : (assignee?.name ?? t("unknownPerson"));
  const button = (
    <FieldButton label={t("assigneeId")} value={name} shortcut="A">
      {assignee ? <Avatar name={assignee.name} id={assignee.userId} /> : <NobodyDisc />}
      <span className="truncate">{name}</span>
    </FieldButton>
  );
  return (
    <FieldRow label={t("assigneeId")}>
      {mayEdit ? (
        <Picker
          trigger={button}
          label={t("searchPeople")}
          empty={t("noMatch")}
          open={open}
          onOpenChange={setOpen}
          value={ticket.assigneeId ?? NOBODY}
          onPick={(picked) => assign(picked === NOBODY ? null : picked)}
          options={[
            { value: NOBODY, label: t("nobody"), icon: <NobodyDisc /> },
            ...[...everyone.values()]
              .filter((member) => member.endedAt === null)
              .map((member) => ({
                value: member.userId,
                label: member.userId === user.id ? `${member.name} (${t("you")})` : member.name,
                icon: <Avatar name={member.name} id={member.userId} />,
              })),
          ]}
        />
      ) : (
        button
      )}
    </FieldRow>
  );
}

function NobodyDisc() {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong border-dashed text-ink-3"
    >
      <UserRound className="size-3" strokeWidth={1.75} />
    </span>
  );
}
