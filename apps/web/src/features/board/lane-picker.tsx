import { useTranslations } from "next-intl";

import type { Project } from "~/lib/projects";
import { StatusGlyph } from "~/ui/status-glyph";

type Props = {
  lanes: { state: Project["states"][number]; total: number }[];
  onPick: (index: number) => void;
};

/** Leads to a lane where only one fits on the screen. */
export function LanePicker({ lanes, onPick }: Props) {
  const t = useTranslations("board.lane");
  return (
    <nav
      aria-label={t("pick")}
      className="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-2 sm:hidden"
    >
      {lanes.map(({ state, total }, index) => (
        <button
          key={state.key}
          type="button"
          onClick={() => onPick(index)}
          className="flex h-11 shrink-0 items-center gap-1.5 px-2 text-ink-2 text-meta"
        >
          <StatusGlyph category={state.category} />
          {state.name}
          <span className="text-ink-3 tabular-nums">{t("count", { total })}</span>
        </button>
      ))}
    </nav>
  );
}
