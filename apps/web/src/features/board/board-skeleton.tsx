import { useTranslations } from "next-intl";

import { Skeleton } from "~/ui/skeleton";

const lanes = [4, 3, 5, 2];

/** The board's geometry while its cards are on their way. */
export function BoardSkeleton() {
  const t = useTranslations("board");
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col">
      <span className="sr-only">{t("loading")}</span>
      <div className="flex min-h-13 items-center border-line border-b px-4">
        <Skeleton className="h-5 w-40" />
      </div>
      <div aria-hidden className="flex min-h-0 flex-1 gap-3 overflow-hidden p-3 sm:p-4">
        {lanes.map((cards, lane) => (
          <div
            key={lane}
            className="flex w-[calc(100vw-24px)] shrink-0 flex-col gap-1.5 rounded-column bg-sunken px-2 sm:w-70 md:w-76"
          >
            <div className="flex h-9 items-center px-1">
              <Skeleton className="h-4 w-24" />
            </div>
            {Array.from({ length: cards }, (_, card) => (
              <Skeleton key={card} className="h-20 rounded-card" />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
