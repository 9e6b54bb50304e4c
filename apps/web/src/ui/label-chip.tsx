import type { Color } from "@slacky/db/vocabulary";

type Props = { name: string; color: Color };

/** A label: a dot and a word on its hue. */
export function LabelChip({ name, color }: Props) {
  return (
    <span
      data-hue={color}
      className="inline-flex h-5 min-w-0 max-w-40 items-center gap-1 rounded-chip bg-hue px-1.5 text-hue-ink text-meta"
    >
      <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-hue-dot" />
      <span className="truncate">{name}</span>
    </span>
  );
}
