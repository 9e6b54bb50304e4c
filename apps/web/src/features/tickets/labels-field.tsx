"use client";

import { limits } from "@slacky/api/rules";
import { Plus, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { useShortcut } from "~/lib/use-shortcut";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { hueOf } from "~/ui/hue-of";
import { LabelChip } from "~/ui/label-chip";
import { MultiPicker, type PickerOption } from "~/ui/picker";
import { toast } from "~/ui/toaster";

import { FieldButton, FieldRow } from "./field-row";
import { useTicketScreen } from "./ticket-context";

const CREATE = "";

export function LabelsField() {
  const t = useTranslations("tickets.fields");
  const explain = useErrorMessage();
  const utils = trpc.useUtils();
  const { id: workspaceId } = useCurrentWorkspace();
  const { ticket, labels, mayEdit, edit } = useTicketScreen();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  useShortcut("l", () => mayEdit && setOpen(true));

  const create = trpc.labels.create.useMutation({
    onSuccess: (label) => {
      utils.labels.list.setData(
        { workspaceId },
        (known) => known && { items: [...known.items, label] },
      );
      void edit({ labelIds: [...ticket.labelIds, label.id] });
    },
    onError: (error) => toast.error(explain(error)),
  });

  function pick(picked: string[]) {
    if (picked.includes(CREATE)) create.mutate({ workspaceId, name, color: hueOf(name) });
    else if (picked.length <= limits.labelsPerTicket) void edit({ labelIds: picked.toSorted() });
  }

  const chosen = labels.filter((label) => ticket.labelIds.includes(label.id));
  const name = typed.trim();
  const isNew = name !== "" && !labels.some((label) => sameName(label.name, name));
  const options: PickerOption[] = labels.map(({ id, name: label, color }) => ({
    value: id,
    label,
    icon: <span data-hue={color} className="size-2.5 shrink-0 rounded-full bg-hue-dot" />,
  }));
  const offered = { value: CREATE, label: t("createLabel", { name }), icon: <Plus aria-hidden /> };

  const button = (
    <FieldButton
      label={t("labelIds")}
      value={chosen.map((label) => label.name).join(", ") || t("noLabels")}
      shortcut="L"
    >
      {chosen.length === 0 ? (
        <>
          <Tag aria-hidden className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
          <span className="text-ink-2">{t("noLabels")}</span>
        </>
      ) : (
        <span className="flex min-w-0 flex-wrap gap-1">
          {chosen.map((label) => (
            <LabelChip key={label.id} name={label.name} color={label.color} />
          ))}
        </span>
      )}
    </FieldButton>
  );
  return (
    <FieldRow label={t("labelIds")}>
      {mayEdit ? (
        <MultiPicker
          trigger={button}
          label={t("searchLabels")}
          empty={t("noMatch")}
          open={open}
          onOpenChange={setOpen}
          values={ticket.labelIds}
          onPick={pick}
          onType={setTyped}
          options={isNew ? [...options, offered] : options}
        />
      ) : (
        button
      )}
    </FieldRow>
  );
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
