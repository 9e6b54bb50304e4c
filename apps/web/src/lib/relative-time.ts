const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago, in few letters, as one says it within a month; then the day. `timeZone` decides
 * which day it was.
 */
export function relativeTime(at: Date, now: Date, locale: string, timeZone: string): string {
  const ago = now.getTime() - at.getTime();
  const words = new Intl.RelativeTimeFormat(locale, { style: "narrow", numeric: "auto" });
  // A clock that runs ahead of the server's must not speak of the future.
  if (ago < MINUTE) return words.format(0, "second");
  if (ago < HOUR) return words.format(-Math.floor(ago / MINUTE), "minute");
  if (ago < DAY) return words.format(-Math.floor(ago / HOUR), "hour");
  if (ago < 30 * DAY) return words.format(-Math.floor(ago / DAY), "day");
  return shortDay(at, now, locale, timeZone);
}

/** "Nov 22", with the year when it is not this one. */
export function shortDay(at: Date, now: Date, locale: string, timeZone: string): string {
  const year = (date: Date) => date.toLocaleDateString("en", { year: "numeric", timeZone });
  return at.toLocaleDateString(locale, {
    month: "short",
    day: "numeric",
    ...(year(at) !== year(now) && { year: "numeric" }),
    timeZone,
  });
}
