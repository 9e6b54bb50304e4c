import type { Priority } from "@slacky/db/vocabulary";

const bars: Record<Exclude<Priority, "none" | "urgent">, number> = { low: 1, medium: 2, high: 3 };

type Props = {
  priority: Priority;
  /** Its words for a screen reader; leave it off where they stand beside it. */
  label?: string;
};

/** How pressing a ticket is: dots, one to three bars, or a square with an exclamation mark. */
export function PriorityGlyph({ priority, label }: Props) {
  return (
    <svg
      viewBox="0 0 14 14"
      role="img"
      aria-label={label}
      aria-hidden={!label}
      className={`size-3.5 shrink-0 ${priority === "urgent" ? "text-glyph-urgent" : "text-glyph-todo"}`}
    >
      <Shape priority={priority} />
    </svg>
  );
}

function Shape({ priority }: { priority: Priority }) {
  if (priority === "none") {
    return [2.5, 7, 11.5].map((x) => <circle key={x} cx={x} cy="7" r="1" fill="currentColor" />);
  }
  if (priority === "urgent") {
    return (
      <>
        <rect x="0.5" y="0.5" width="13" height="13" rx="3" fill="currentColor" />
        <path d="M7 3.5v4" stroke="var(--surface)" strokeWidth="1.75" strokeLinecap="round" />
        <circle cx="7" cy="10.25" r="1" fill="var(--surface)" />
      </>
    );
  }
  return [1, 2, 3].map((bar) => (
    <rect
      key={bar}
      x={1 + (bar - 1) * 4.5}
      y={12 - bar * 3.25}
      width="3"
      height={bar * 3.25}
      rx="1"
      fill="currentColor"
      opacity={bar <= bars[priority] ? 1 : 0.25}
    />
  ));
}
