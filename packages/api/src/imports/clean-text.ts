// Everything below a space but tab, line feed and carriage return, and DEL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Line ends made one, and characters taken out that Postgres or a browser would not take. */
export function cleanText(raw: string): { text: string; cleaned: boolean } {
  const text = raw.replace(control, "");
  return { text: text.replace(/\r\n?/g, "\n"), cleaned: text.length !== raw.length };
}

/** The first `limit` characters, never half of a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
