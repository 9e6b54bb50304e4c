"use client";

import { type Priority, priorities } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useShortcut } from "~/lib/use-shortcut";
import { Menu, MenuRadioGroup, MenuRadioItem } from "~/ui/menu";
import { PriorityGlyph } from "~/ui/priority-glyph";

import { FieldButton, FieldRow } from "./field-row";
import { useTicketScreen } from "./ticket-context";

export function PriorityField() {
  const t = useTranslations("tickets.fields");
  const names = useTranslations("common.priorities");
  const { ticket, mayEdit, edit } = useTicketScreen();
  const [open, setOpen] = useState(false);
  useShortcut("p", () => mayEdit && setOpen(true));

  const button = (
    <FieldButton label={t("priority")} value={names(ticket.priority)} shortcut="P">
      <PriorityGlyph priority={ticket.priority} />
      <span className="truncate">{names(ticket.priority)}</span>
    </FieldButton>
  );
  return (
    <FieldRow label={t("priority")}>
      {mayEdit ? (
        <Menu trigger={button} open={open} onOpenChange={setOpen}>
          <MenuRadioGroup
            value={ticket.priority}
            onValueChange={(priority: Priority) =>
              priority !== ticket.priority && void edit({ priority })
            }
          >
            {priorities.toReversed().map((priority) => (
              <MenuRadioItem
                key={priority}
                value={priority}
                icon={<PriorityGlyph priority={priority} />}
              >
                {names(priority)}
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </Menu>
      ) : (
        button
      )}
    </FieldRow>
  );
}
