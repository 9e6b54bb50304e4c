export type CommentCell = { date: string; author: string; body: string };

// DATE;AUTHOR;BODY, where the body may hold more semicolons and lines.
const prefixed = /^([^;\n]{6,40});([^;\n]{0,300});/;

/** A cell without the prefix is all body: a semicolon in prose is no author. */
export function readComment(cell: string, looksLikeDate: (text: string) => boolean): CommentCell {
  const match = prefixed.exec(cell);
  if (!match || !looksLikeDate(match[1]!)) return { date: "", author: "", body: cell };
  return { date: match[1]!.trim(), author: match[2]!.trim(), body: cell.slice(match[0].length) };
}
