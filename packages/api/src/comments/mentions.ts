import { limits } from "../shared/limits";

/** `[@Ana Lee](user:0191…)`: a link, so that it reads as a name wherever Markdown is shown. */
const mention =
  /(?<!\\)\[@[^\]\n]{1,200}\]\(user:([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\)/gi;

/** Whom a Markdown text speaks to, each once; what stands in code speaks to nobody. */
export function mentionedIn(body: string): string[] {
  const prose = withoutInlineCode(withoutFencedCode(body.slice(0, limits.text)));
  return [...new Set([...prose.matchAll(mention)].map((match) => match[1]!.toLowerCase()))];
}

function withoutFencedCode(body: string): string {
  let fence: string | undefined;
  const prose = body.split("\n").filter((line) => {
    const [, marks, info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === undefined) {
      if (marks === undefined || (marks[0] === "`" && info.includes("`"))) return true;
      fence = marks;
    } else if (marks?.startsWith(fence) && info.trim() === "") fence = undefined;
    return false;
  });
  return prose.join("\n");
}

/** Code spans go from a run of backticks to the next run of the same length, in one pass. */
function withoutInlineCode(text: string): string {
  const runs = [...text.matchAll(/(?<!\\)`+/g)];
  const nextAlike = new Map<number, number>();
  const closing = runs
    .map(({ 0: run }) => run.length)
    .reduceRight<(number | undefined)[]>((found, length, at) => {
      found[at] = nextAlike.get(length);
      nextAlike.set(length, at);
      return found;
    }, []);
  let prose = "";
  let from = 0;
  for (let at = 0; at < runs.length; at += 1) {
    const end = closing[at];
    if (end === undefined) continue;
    prose += `${text.slice(from, runs[at]!.index)} `;
    from = runs[end]!.index + runs[end]![0].length;
    at = end;
  }
  return prose + text.slice(from);
}
