import { type Color, colors } from "@slacky/db/vocabulary";

// Gray says "nobody", so no person gets it.
const hues = colors.filter((color) => color !== "gray");

/** The same hue for the same text, always: people keep their colour. */
export function hueOf(text: string): Color {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hues[sum % hues.length] ?? "violet";
}
