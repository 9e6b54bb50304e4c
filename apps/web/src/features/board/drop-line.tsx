type Props = { edge: "top" | "bottom" };

/** Where a card would land. */
export function DropLine({ edge }: Props) {
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute inset-x-2 z-10 h-0.5 rounded-full bg-accent before:absolute before:-start-1 before:-top-0.5 before:size-1.5 before:rounded-full before:bg-accent ${edge === "top" ? "top-0.5" : "bottom-0.5"}`}
    />
  );
}
