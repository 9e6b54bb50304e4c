import { cx } from "./cx";
import { hueOf } from "./hue-of";
import { initials } from "./initials";

type Props = {
  name: string;
  /** What the colour is made from; an id keeps it when the name changes. */
  id?: string;
  size?: 20 | 24 | 28;
  /** Says the name to a screen reader: leave it off where the name stands beside it. */
  labelled?: boolean;
};

const sizes = {
  20: "size-5 text-[0.5625rem]",
  24: "size-6 text-[0.625rem]",
  28: "size-7 text-key",
};

/** A person as a disc with initials. */
export function Avatar({ name, id = name, size = 20, labelled = false }: Props) {
  return (
    <span
      {...(labelled ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
      data-hue={hueOf(id)}
      className={cx(
        "inline-flex shrink-0 select-none items-center justify-center rounded-full bg-hue font-semibold text-hue-ink leading-none",
        sizes[size],
      )}
    >
      {initials(name)}
    </span>
  );
}
