"use client";

import { useLocale } from "next-intl";

import { relativeTime } from "~/lib/relative-time";
import { useNow, useTimeZone } from "~/lib/use-now";

import { Tooltip } from "./tooltip";

/** A moment, as long ago as it is; pointing at it tells exactly when. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const locale = useLocale();
  const now = useNow();
  const timeZone = useTimeZone();
  const moment = new Date(at);
  return (
    <Tooltip
      label={moment.toLocaleString(locale, { dateStyle: "full", timeStyle: "short", timeZone })}
    >
      {/* A minute may turn between the server's writing and the browser's reading. */}
      <time dateTime={at} className={className} suppressHydrationWarning>
        {relativeTime(moment, now, locale, timeZone)}
      </time>
    </Tooltip>
  );
}
