import type { StateCategory } from "@slacky/db/vocabulary";

import { categoryByName } from "../category-by-name";

/**
 * Jira knows three categories and this board four: Done covers both resolved and closed, so there
 * the name of the status decides. Null when the cell says nothing.
 */
export function readStatusCategory(category: string, status: string): StateCategory | null {
  switch (category.trim().toLowerCase()) {
    case "to do":
    case "new":
      return "open";
    case "in progress":
    case "indeterminate":
      return "in_progress";
    case "done":
    case "complete":
      return categoryByName(status) === "closed" ? "closed" : "resolved";
    default:
      return null;
  }
}
