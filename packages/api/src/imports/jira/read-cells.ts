import { limits } from "../../shared/limits";
import { cleanText, cutText } from "../clean-text";
import type { Notes } from "../notes";
import { wikiToMarkdown } from "./wiki-to-markdown";

const nobody = new Set(["", "unassigned", "anonymous", "none", "-"]);

/** Readers of single cells, each noting under the column's name what it had to leave out. */
export function createCellReader(notes: Notes) {
  function clean(raw: string, column: string): string {
    const { text, cleaned } = cleanText(raw);
    if (cleaned) notes.lose(column, "Control characters were taken out.");
    return text;
  }

  function cut(text: string, limit: number, column: string): string {
    if (text.length <= limit) return text;
    notes.lose(column, `Cut after ${limit.toLocaleString("en")} characters.`);
    return cutText(text, limit);
  }

  function convert(wiki: string, column: string): string {
    try {
      return wikiToMarkdown(wiki);
    } catch {
      // The text as it was says more than nothing.
      notes.lose(column, "Kept in Jira's own markup.");
      return wiki;
    }
  }

  return {
    line(raw: string, limit: number, column: string): string {
      return cut(clean(raw, column).replace(/\s+/g, " ").trim(), limit, column);
    },

    person(raw: string, column: string): string | null {
      const name = this.line(raw, limits.name, column);
      return nobody.has(name.toLowerCase()) ? null : name;
    },

    text(raw: string, column: string): string {
      const whole = clean(raw, column).trimEnd();
      // Cut before the conversion, so that its work is bounded, and after it, since marks may grow.
      const wiki = cutText(whole, limits.text);
      const markdown = convert(wiki, column);
      if (wiki.length < whole.length || markdown.length > limits.text) {
        notes.lose(column, `Cut after ${limits.text.toLocaleString("en")} characters.`);
      }
      return cutText(markdown, limits.text);
    },
  };
}

export type CellReader = ReturnType<typeof createCellReader>;
