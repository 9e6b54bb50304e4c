import type { StateCategory } from "@slacky/db/vocabulary";
import type { ReactNode } from "react";

// Shape carries the meaning and colour only repeats it: ring, half pie, ringed check, solid check.
const glyphs: Record<StateCategory, { tint: string; shape: ReactNode }> = {
  open: {
    tint: "text-glyph-todo",
    shape: <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  },
  in_progress: {
    tint: "text-glyph-progress",
    shape: (
      <>
        <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M7 3.75a3.25 3.25 0 0 1 0 6.5z" fill="currentColor" />
      </>
    ),
  },
  resolved: {
    tint: "text-glyph-done",
    shape: (
      <>
        <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          d="m4.7 7.2 1.6 1.6 3-3.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
  },
  closed: {
    tint: "text-glyph-cancelled",
    shape: (
      <>
        <circle cx="7" cy="7" r="6.5" fill="currentColor" />
        <path
          d="m4.5 7.2 1.75 1.75 3.25-3.7"
          fill="none"
          stroke="var(--surface)"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
  },
};

/** How far a ticket is. The state's name always stands beside it, so it is silent to a screen reader. */
export function StatusGlyph({ category }: { category: StateCategory }) {
  const { tint, shape } = glyphs[category];
  return (
    <svg aria-hidden viewBox="0 0 14 14" className={`size-3.5 shrink-0 ${tint}`}>
      {shape}
    </svg>
  );
}
