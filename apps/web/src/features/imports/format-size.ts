const units = ["KB", "MB", "GB"];

/** A size as file managers say it: 202 KB, 1.7 MB. */
export function formatSize(bytes: number, locale: string): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length);
  const unit = power === 0 ? "B" : units[power - 1];
  const value = bytes / 1024 ** power;
  const digits = value < 10 ? 1 : 0;
  return `${value.toLocaleString(locale, { maximumFractionDigits: digits })} ${unit}`;
}
