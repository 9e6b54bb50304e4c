"use client";

import { canTransition, refusal } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useShortcut } from "~/lib/use-shortcut";
import { Menu, MenuRadioGroup, MenuRadioItem } from "~/ui/menu";
import { StatusGlyph } from "~/ui/status-glyph";

import { FieldButton, FieldRow } from "./field-row";
import { useTicketScreen } from "./ticket-context";

export function StateField() {
  const t = useTranslations("tickets.fields");
  const { ticket, project, mayEdit, edit } = useTicketScreen();
  const [open, setOpen] = useState(false);
  useShortcut("s", () => mayEdit && setOpen(true));

  const current = project.states.find((state) => state.key === ticket.state);
  const name = current?.name ?? ticket.state;
  const button = (
    <FieldButton label={t("state")} value={name} shortcut="S">
      {current && <StatusGlyph category={current.category} />}
      <span className="truncate">{name}</span>
    </FieldButton>
  );
  return (
    <FieldRow label={t("state")}>
      {mayEdit ? (
        <Menu trigger={button} open={open} onOpenChange={setOpen} className="min-w-56">
          <MenuRadioGroup
            value={ticket.state}
            onValueChange={(to: string) => to !== ticket.state && void edit({ state: to })}
          >
            {project.states.map(({ key, name, category }) => (
              <MenuRadioItem
                key={key}
                value={key}
                icon={<StatusGlyph category={category} />}
                reason={
                  key === ticket.state || canTransition(project, ticket.state, key)
                    ? undefined
                    : refusal(project, ticket.state, key)
                }
              >
                {name}
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
