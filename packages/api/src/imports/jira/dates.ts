/** Which of the first two numbers of 3/4/2025 is the day. */
export type DayOrder = "day-first" | "month-first";

type Parts = { first: number; second: number; year: number; ordered: boolean; ms: number };

const TIME = String.raw`(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?)?`;
const ISO = new RegExp(
  String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${TIME}\s*(Z|[+-]\d{2}:?\d{2})?$`,
  "i",
);
const NAMED = new RegExp(
  String.raw`^(\d{1,2})[/ .-]+(\p{L}{3,12})\.?[/ .,-]+(\d{4}|\d{2})${TIME}$`,
  "iu",
);
const NUMERIC = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})${TIME}$`, "i");

const months = monthNames();

/** A moment as an ISO string, read as UTC since the file names no zone; null when it is none. */
export function readDate(text: string, order: DayOrder): string | null {
  const parts = split(text);
  if (!parts) return null;
  const { first, second, ordered } = parts;
  if (ordered) return build(parts, first, second);
  const asDayFirst = build(parts, first, second);
  const asMonthFirst = build(parts, second, first);
  return order === "day-first" ? (asDayFirst ?? asMonthFirst) : (asMonthFirst ?? asDayFirst);
}

export function looksLikeDate(text: string): boolean {
  return split(text) !== null;
}

/**
 * Finds the order of day and month over a whole file. One person's settings wrote every date in
 * it, so a single 21/6 speaks for all the others.
 */
export function createOrderVote() {
  let dayFirst = 0;
  let monthFirst = 0;
  let open = 0;
  return {
    see(text: string) {
      const parts = split(text);
      if (!parts || parts.ordered) return;
      if (parts.first > 12) dayFirst += 1;
      else if (parts.second > 12) monthFirst += 1;
      else if (parts.first !== parts.second) open += 1;
    },
    result: () => ({
      order: monthFirst > dayFirst ? ("month-first" as const) : ("day-first" as const),
      /** Dates whose day was a guess, because nothing in the file decides it. */
      guessed: dayFirst === monthFirst ? open : 0,
    }),
  };
}

function split(text: string): Parts | null {
  const value = text.trim();
  if (value.length > 60) return null;
  let match = ISO.exec(value);
  if (match) {
    const ms = timeOf(match, 4);
    const zone = match[9];
    return ms === null
      ? null
      : {
          first: Number(match[3]),
          second: Number(match[2]),
          year: Number(match[1]),
          ordered: true,
          ms: ms - (zone ? offsetOf(zone) : 0),
        };
  }
  match = NAMED.exec(value);
  const month = match ? months.get(match[2]!.toLowerCase()) : undefined;
  match ??= NUMERIC.exec(value);
  if (!match || (month === undefined && /\p{L}/u.test(match[2]!))) return null;
  const ms = timeOf(match, 4);
  return ms === null
    ? null
    : {
        first: Number(match[1]),
        second: month ?? Number(match[2]),
        year: fullYear(match[3]!),
        ordered: month !== undefined,
        ms,
      };
}

function build({ year, ms }: Parts, day: number, month: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!real || year < 1970 || year > 2199) return null;
  return new Date(at.getTime() + ms).toISOString();
}

function timeOf(match: RegExpExecArray, from: number): number | null {
  const [hour, minute, second, fraction, half] = match.slice(from, from + 5);
  if (hour === undefined) return 0;
  let h = Number(hour);
  if (half) {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  const m = Number(minute);
  const s = Number(second ?? 0);
  if (h > 23 || m > 59 || s > 59) return null;
  return ((h * 60 + m) * 60 + s) * 1000 + Number((fraction ?? "").padEnd(3, "0").slice(0, 3));
}

function offsetOf(zone: string): number {
  if (/z/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Jira writes 12/Oct/26 in the language of whoever exports: 12/Okt/26, 12/oct./26. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv"]) {
    for (const style of ["short", "long"] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const name = format
          .format(Date.UTC(2001, month - 1, 15))
          .toLowerCase()
          .replace(/\.$/, "");
        if (!names.has(name)) names.set(name, month);
      }
    }
  }
  return names;
}
