import { hueOf } from "~/ui/hue-of";
import { initials } from "~/ui/initials";

/** A workspace as a square with its first letter. */
export function WorkspaceMark({ name, slug }: { name: string; slug: string }) {
  return (
    <span
      aria-hidden
      data-hue={hueOf(slug)}
      className="flex size-5 shrink-0 items-center justify-center rounded-chip bg-hue font-semibold text-[0.625rem] text-hue-ink leading-none"
    >
      {initials(name).slice(0, 1)}
    </span>
  );
}
