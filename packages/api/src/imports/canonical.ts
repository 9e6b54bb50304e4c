import type { Priority, StateCategory } from "@slacky/db/vocabulary";

type ImportedComment = {
  /** A name of the other tracker; null when the file does not say. */
  author: string | null;
  at: string | null;
  body: string;
};

/** A ticket as any foreign file gives it. What the file leaves open is null. */
export type ImportedTicket = {
  externalId: string;
  projectKey: string;
  projectName: string | null;
  number: number;
  title: string;
  description: string;
  state: string | null;
  stateCategory: StateCategory | null;
  priority: Priority;
  labels: string[];
  assignee: string | null;
  reporter: string | null;
  createdAt: string | null;
  updatedAt: string | null;
  dueOn: string | null;
  comments: ImportedComment[];
};

/** What did not come over, by column. It never quotes a cell. */
export type Loss = { column: string; count: number; reason: string };

export type RowError = { line: number; message: string };

/** What every parser hands on: from here a file's format no longer matters. */
export type ParsedImport = {
  source: "jira";
  tickets: ImportedTicket[];
  losses: Loss[];
  rowErrors: RowError[];
  rowErrorTotal: number;
};
