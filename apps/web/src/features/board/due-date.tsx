import { CalendarDays } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

type Props = { dueOn: string; overdue: boolean };

export function DueDate({ dueOn, overdue }: Props) {
  const t = useTranslations("board.card");
  const format = useFormatter();
  // A day is the same day everywhere.
  const day = format.dateTime(new Date(dueOn), { month: "short", day: "numeric", timeZone: "UTC" });
  return (
    <time
      dateTime={dueOn}
      className={`ms-auto flex shrink-0 items-center gap-1 text-meta tabular-nums ${overdue ? "text-danger-ink" : "text-ink-2"}`}
    >
      <CalendarDays aria-hidden className="size-3.5" strokeWidth={1.75} />
      {overdue ? t("overdue", { day }) : t("due", { day })}
    </time>
  );
}
