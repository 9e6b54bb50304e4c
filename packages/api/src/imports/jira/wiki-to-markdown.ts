import { inlineToMarkdown } from "./wiki-inline";

const blockTag = /\{(code|noformat|quote|panel)(?::([^{}\n]{0,300}))?\}/g;

/** Jira's wiki markup as Markdown, in one pass over the text. */
export function wikiToMarkdown(wiki: string): string {
  const out: string[] = [];
  const write = (lines: string[], quoted: boolean) =>
    out.push(...(quoted ? lines.map((line) => `> ${line}`.trimEnd()) : lines));

  let quoted = false;
  let from = 0;
  const prose = (to: number) => {
    const text = wiki.slice(from, to);
    if (text.trim() !== "") write(linesToMarkdown(trimLineEnds(text).split("\n")), quoted);
  };

  const closings = lastPlaces(wiki);
  blockTag.lastIndex = 0;
  for (let tag = blockTag.exec(wiki); tag; tag = blockTag.exec(wiki)) {
    const [whole, name, options = ""] = tag;
    const after = tag.index + whole.length;
    if (name === "code" || name === "noformat") {
      // No closing tag any further on: the tag is plain text, and is not searched for again.
      if (closings[name] < after) continue;
      const end = wiki.indexOf(`{${name}}`, after);
      prose(tag.index);
      write(fence(wiki.slice(after, end), name === "code" ? languageOf(options) : ""), quoted);
      from = end + name.length + 2;
      blockTag.lastIndex = from;
    } else {
      prose(tag.index);
      from = after;
      if (name === "quote") quoted = !quoted;
      if (out.length > 0 && out.at(-1) !== "") out.push("");
      const title = name === "panel" ? /(?:^|\|)title=([^|]+)/.exec(options)?.[1] : undefined;
      if (title !== undefined) out.push(`**${inlineToMarkdown(title.trim())}**`, "");
    }
  }
  prose(wiki.length);
  return out.join("\n").trim();
}

function lastPlaces(wiki: string) {
  return { code: wiki.lastIndexOf("{code}"), noformat: wiki.lastIndexOf("{noformat}") };
}

function languageOf(options: string): string {
  const language =
    options
      .split("|")
      .find((option) => !option.includes("="))
      ?.trim() ?? "";
  return /^[\w+#-]{1,20}$/.test(language) ? language.toLowerCase() : "";
}

/** Fenced by one more backtick than the text itself has in a row. */
function fence(text: string, language: string): string[] {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const mark = "`".repeat(longest + 1);
  return [`${mark}${language}`, ...trimLineEnds(text).split("\n"), mark];
}

function trimLineEnds(text: string): string {
  return text.replace(/^[ \t]*\n/, "").replace(/\n[ \t]*$/, "");
}

function linesToMarkdown(lines: string[]): string[] {
  const out: string[] = [];
  let inTable = false;
  for (const [index, line] of lines.entries()) {
    const cells = tableCells(line);
    if (cells) {
      if (!inTable && out.length > 0 && out.at(-1) !== "") out.push("");
      if (!inTable && !cells.heading) out.push(row(cells.texts.map(() => "")), rule(cells.texts));
      out.push(row(cells.texts));
      if (!inTable && cells.heading) out.push(rule(cells.texts));
      inTable = true;
      continue;
    }
    if (inTable && line.trim() !== "") out.push("");
    inTable = false;
    const { text, block } = lineToMarkdown(line);
    // Jira keeps line ends and Markdown folds them: two blanks at the end keep them there, too.
    const next = lines[index + 1];
    const folds = !block && text !== "" && next !== undefined && next.trim() !== "";
    out.push(folds ? `${text}  ` : text);
  }
  return out;
}

function lineToMarkdown(line: string): { text: string; block: boolean } {
  const heading = /^\s*h([1-6])\.\s*(.*)$/.exec(line);
  if (heading) {
    return {
      text: `${"#".repeat(Number(heading[1]))} ${inlineToMarkdown(heading[2]!)}`,
      block: true,
    };
  }
  const item = /^\s*([*#]{1,6}|-)[ \t]+(\S.*)$/.exec(line);
  if (item) return { text: `${bullet(item[1]!)} ${inlineToMarkdown(item[2]!)}`, block: true };
  const quote = /^\s*bq\.\s*(.*)$/.exec(line);
  if (quote) return { text: `> ${inlineToMarkdown(quote[1]!)}\n`, block: true };
  if (/^\s*-{4,5}\s*$/.test(line)) return { text: "\n---", block: true };
  // Indented prose would turn into a code block, and a leading # into a heading.
  const text = line.trim();
  return { text: inlineToMarkdown(text).replace(/^(#|>|\d+\.(?=\s))/, escapeMark), block: false };
}

function escapeMark(mark: string): string {
  return mark.endsWith(".") ? mark : `\\${mark}`;
}

function bullet(marks: string): string {
  const indent = [...marks.slice(0, -1)].map((mark) => (mark === "#" ? "   " : "  ")).join("");
  return indent + (marks.endsWith("#") ? "1." : "*");
}

function tableCells(line: string): { texts: string[]; heading: boolean } | null {
  const text = line.trim();
  if (text.length < 3 || !text.startsWith("|") || !text.endsWith("|")) return null;
  const heading = text.startsWith("||");
  const inner = inlineToMarkdown(text.replace(/^\|+|\|+$/g, ""));
  return { texts: inner.split(heading ? /\|{1,2}/ : "|").map((cell) => cell.trim()), heading };
}

const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
const rule = (cells: string[]) => `|${" --- |".repeat(cells.length)}`;
