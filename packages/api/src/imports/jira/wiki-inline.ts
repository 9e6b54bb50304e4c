// Every pattern stops at its own closing mark or at a bound, so that time grows with the length of
// the text and not with its square, whatever somebody wrote.
const CODE = String.raw`\{\{([^{}\n]{1,500})\}\}`;
const URL = String.raw`(?:https?|ftp|file|mailto):[^\s|\[\]<>]{1,2000}`;
const LINK = String.raw`\[(?:([^\[\]|\n]{1,500})\|)?(${URL})(?:\|[^\[\]\n]{0,100})?\]`;
const OTHER_LINK = String.raw`\[(?:([^\[\]|\n]{1,500})\|)?([~^#])([^\[\]|\n]{1,200})\]`;
const IMAGE = String.raw`!([^\s!|][^!|\n]{0,300}\.(?:png|jpe?g|gif|bmp|svg|webp))(?:\|[^!\n]{0,100})?!`;
const BARE_URL = String.raw`((?:https?|ftp)://[^\s|\[\]<>]{1,2000})`;
const COLOR = String.raw`(\{color(?::[^{}\n]{1,40})?\})`;
const BOLD = String.raw`(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,1000})(?<=[^\s\\])\*(?![\w*])`;
const ITALIC = String.raw`(?<![\w\\])_(?=[^\s_])([^_\n]{1,1000})(?<=[^\s\\])_(?!\w)`;
const STRUCK = String.raw`(?<![\w\\-])-(?=[^\s-])([^-\n]{1,1000})(?<=[^\s\\])-(?![\w-])`;

const parts = new RegExp(
  [CODE, LINK, OTHER_LINK, IMAGE, BARE_URL, COLOR, BOLD, ITALIC, STRUCK].join("|"),
  "gi",
);

/** One line of wiki text without its block mark. */
export function inlineToMarkdown(line: string): string {
  let out = "";
  let from = 0;
  for (const match of line.matchAll(parts)) {
    out += escapeText(line.slice(from, match.index)) + replacement(match);
    from = match.index + match[0].length;
  }
  return out + escapeText(line.slice(from));
}

function replacement([whole, ...groups]: RegExpExecArray): string {
  const [code, linkText, url, otherText, kind, target, image, bare, color, bold, italic, struck] =
    groups;
  if (code !== undefined) return `\`${code}\``;
  if (url !== undefined) {
    return linkText === undefined ? `<${url}>` : `[${escapeText(linkText)}](<${url}>)`;
  }
  if (kind !== undefined) {
    if (kind === "~") return `@${target}`;
    return otherText === undefined ? `\`${target}\`` : escapeText(otherText);
  }
  if (image !== undefined) {
    return /^https?:/i.test(image) ? `![](<${image}>)` : `\`${image}\``;
  }
  if (bare !== undefined) return bare;
  if (color !== undefined) return "";
  if (bold !== undefined) return `**${inlineToMarkdown(bold)}**`;
  if (italic !== undefined) return `*${inlineToMarkdown(italic)}*`;
  if (struck !== undefined) return `~~${inlineToMarkdown(struck)}~~`;
  return whole;
}

/** Marks that mean nothing in the wiki here, and would mean something in Markdown. */
function escapeText(text: string): string {
  return text
    .replace(/(?<!\\)[*~]/g, "\\$&")
    .replace(/(?<![\w\\])_|(?<!\\)_(?!\w)/g, "\\_")
    .replace(/<(?=[a-z/!?])/gi, "\\<");
}
