"use client";

import { allowedTargets, refusal } from "@slacky/api/rules";
import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  SquareArrowOutUpRight,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { paths } from "~/lib/paths";
import { AnchoredMenu } from "~/ui/anchored-menu";
import { MenuGroup, MenuItem, MenuLink, MenuSeparator } from "~/ui/menu";
import { StatusGlyph } from "~/ui/status-glyph";

import { useBoardContext } from "./board-context";
import type { Card, Lane } from "./board-state";
import { placeMove, places } from "./places";
import type { MoveRequest } from "./use-moves";

type Props = {
  anchor: Element | null;
  card: Card;
  lane: Lane;
  onMove: (request: MoveRequest) => void;
  onClose: () => void;
  finalFocus: () => HTMLElement | null;
};

const icons = { top: ArrowUpToLine, up: ArrowUp, down: ArrowDown, bottom: ArrowDownToLine };
const keys = { top: undefined, up: "Alt ⇧ ↑", down: "Alt ⇧ ↓", bottom: undefined };

/** Everything dragging can do, by clicks and keys. */
export function CardMenu({ anchor, card, lane, onMove, onClose, finalFocus }: Props) {
  const t = useTranslations("board.menu");
  const { project, slug, locked } = useBoardContext();
  const { id: ticketId } = card;
  const allowed = allowedTargets(project, card.state);

  return (
    <AnchoredMenu
      anchor={anchor}
      label={t("label", { key: card.key })}
      onClose={onClose}
      finalFocus={finalFocus}
    >
      <MenuLink
        icon={<SquareArrowOutUpRight strokeWidth={1.75} />}
        render={<Link href={paths.ticket(slug, card.key)} prefetch={false} />}
      >
        {t("open")}
      </MenuLink>
      <MenuSeparator />
      <MenuGroup label={t("moveTo")}>
        {project.states.map(({ key, name, category }) => (
          <MenuItem
            key={key}
            icon={<StatusGlyph category={category} />}
            reason={
              locked ?? (allowed.includes(key) ? undefined : refusal(project, card.state, key))
            }
            onSelect={() => onMove({ transition: { ticketId, to: key } })}
          >
            {name}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuGroup label={t("place")}>
        {places.map((place) => {
          const move = placeMove(lane, ticketId, place);
          const Icon = icons[place];
          return (
            <MenuItem
              key={place}
              icon={<Icon strokeWidth={1.75} />}
              {...(keys[place] && { shortcut: keys[place] })}
              reason={locked ?? (move ? undefined : t(`already.${place}`))}
              onSelect={() => move && onMove({ move })}
            >
              {t(`places.${place}`)}
            </MenuItem>
          );
        })}
      </MenuGroup>
    </AnchoredMenu>
  );
}
