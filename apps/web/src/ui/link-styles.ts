/** A link within a sentence: underlined, so that colour is not its only sign. */
export const linkStyles =
  "rounded-chip text-accent-ink underline decoration-1 underline-offset-2 hover:decoration-2";
