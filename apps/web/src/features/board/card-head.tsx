import { MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";

import { Avatar } from "~/ui/avatar";
import { PriorityGlyph } from "~/ui/priority-glyph";

import { useBoardContext } from "./board-context";
import type { Card } from "./board-state";

/** Priority, key, the way to the menu, and whose it is. */
export function CardHead({ card, tabbable }: { card: Card; tabbable: boolean }) {
  const t = useTranslations("board.card");
  const common = useTranslations("common");
  const { people, openMenu } = useBoardContext();
  const { assigneeId } = card;
  return (
    <div className="flex h-4 items-center gap-1.5">
      <PriorityGlyph priority={card.priority} label={common(`priorities.${card.priority}`)} />
      <span className="min-w-0 grow truncate font-mono text-ink-3 text-meta">{card.key}</span>
      <button
        type="button"
        aria-label={t("menu", { key: card.key })}
        aria-haspopup="menu"
        tabIndex={tabbable ? 0 : -1}
        onClick={(event) => openMenu(card.id, event.currentTarget)}
        className="relative z-10 -my-1 flex size-6 shrink-0 items-center justify-center rounded-control text-ink-3 opacity-0 transition-opacity hover:bg-hover hover:text-ink focus-visible:opacity-100 group-focus-within/card:opacity-100 group-hover/card:opacity-100 pointer-coarse:-my-3.5 pointer-coarse:size-11 pointer-coarse:opacity-100"
      >
        <MoreHorizontal className="size-4" strokeWidth={1.75} />
      </button>
      {assigneeId ? (
        <Avatar id={assigneeId} name={people.get(assigneeId) ?? t("someone")} labelled />
      ) : (
        <span
          aria-hidden
          className="size-5 shrink-0 rounded-full border border-line-strong border-dashed opacity-0 group-hover/card:opacity-100 pointer-coarse:hidden"
        />
      )}
    </div>
  );
}
