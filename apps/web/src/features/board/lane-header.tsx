import { useTranslations } from "next-intl";

import type { Project } from "~/lib/projects";
import { StatusGlyph } from "~/ui/status-glyph";

type Props = { id: string; state: Project["states"][number]; total: number };

export function LaneHeader({ id, state, total }: Props) {
  const t = useTranslations("board.lane");
  const over = state.wipLimit !== null && total > state.wipLimit;
  return (
    <header className="flex h-9 shrink-0 items-center gap-2 px-3">
      <StatusGlyph category={state.category} />
      <h2 id={id} className="min-w-0 truncate font-semibold text-ui">
        {state.name}
      </h2>
      <span
        className={`shrink-0 text-meta tabular-nums ${over ? "text-warning-ink" : "text-ink-3"}`}
      >
        <span aria-hidden>
          {over ? t("overLimit", { total, limit: state.wipLimit ?? 0 }) : t("count", { total })}
        </span>
        <span className="sr-only">{t("tickets", { total })}</span>
      </span>
    </header>
  );
}
