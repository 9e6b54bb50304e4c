/**
 * Whether a text can be formatted in good time. The parser's work grows with the square of the
 * marks in a paragraph and with the depth of what is nested, and it runs on the server too: a text
 * beyond these bounds is shown as it was typed.
 */
export function isRenderable(text: string): boolean {
  let work = 0;
  let lines = 0;
  let underlines = 0;
  for (const block of blocksOutsideCode(text)) {
    lines += block.split("\n").length;
    // A line that may make a heading of the one above is looked at again and again.
    underlines += block.match(/^[ >]*(=+|-+)[ \t]*$/gm)?.length ?? 0;
    if (lines > MOST_LINES || underlines > MOST_UNDERLINES) return false;
    const marks = block.match(/[*_~`[\]!<|@:$&\\]|www\./g)?.length ?? 0;
    work += marks ** 2;
    if (work > MOST_WORK || cells(block) > MOST_CELLS) return false;
    if (block.split("\n").some((line) => depth(line) > MOST_DEPTH)) return false;
  }
  return true;
}

const MOST_WORK = 1_000_000;
const MOST_LINES = 1500;
const MOST_UNDERLINES = 100;
const MOST_CELLS = 1500;
const MOST_DEPTH = 16;

/** Paragraphs, lists and tables. A fence without indentation stands in nothing else, and ends at the next. */
function* blocksOutsideCode(text: string): Generator<string> {
  let fence: string | undefined;
  let block: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const opened = /^(`{3,})[^`]*$|^(~{3,})/.exec(line);
    const mark = opened?.[1] ?? opened?.[2];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trimEnd() === mark) fence = undefined;
    } else if (mark !== undefined || line.trim() === "") {
      fence = mark;
      yield block.join("\n");
      block = [];
    } else block.push(line);
  }
  yield block.join("\n");
}

/** How deep quotes and lists go at the beginning of a line, by their marks or by its indentation. */
function depth(line: string): number {
  const lead = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? "";
  const marks = lead.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  const indentation = lead === "" ? 0 : /^[ \t]*/.exec(line)![0].replaceAll("\t", "    ").length;
  return marks + indentation / 2;
}

/** The cells of a table: short rows are filled up to the width of its head. */
function cells(block: string): number {
  const lines = block.split("\n");
  const columns = lines
    .filter((line) => /^[\s>|:-]+$/.test(line) && line.includes("-"))
    .map((line) => line.split("|").length);
  return columns.length === 0 ? 0 : Math.max(...columns) * lines.length;
}
