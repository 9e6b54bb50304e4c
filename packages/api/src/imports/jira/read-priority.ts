import type { Priority } from "@slacky/db/vocabulary";

/** Both scales of Jira, the one of today and the one of older servers, step by step. */
const known: Record<string, Priority> = {
  highest: "urgent",
  high: "high",
  medium: "medium",
  low: "low",
  lowest: "low",
  blocker: "urgent",
  critical: "high",
  major: "medium",
  minor: "low",
  trivial: "low",
  urgent: "urgent",
  normal: "medium",
  none: "none",
  "": "none",
};

/** Null for a name that no scale knows. */
export function readPriority(name: string): Priority | null {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(known, key) ? known[key]! : null;
}
