import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Without the names of our own sizes it would take `text-meta` for a colour and drop one of the two.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["ticket", "title", "body", "ui", "meta", "key"],
      radius: ["chip", "control", "card", "column", "dialog"],
      shadow: ["menu", "dialog"],
    },
  },
});

/** Joins class names; of two that set the same thing the later wins. */
export function cx(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
