import type { ComponentProps, ReactNode } from "react";

import { cx } from "./cx";
import { Tooltip } from "./tooltip";

type Props = Omit<ComponentProps<"button">, "aria-label" | "title"> & {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string;
  shortcut?: string;
  children: ReactNode;
};

/** A button that is only an icon, of at least 28 px (44 px on touch). */
export function IconButton({ label, shortcut, className, children, ...props }: Props) {
  return (
    <Tooltip label={label} {...(shortcut && { shortcut })}>
      <button
        type="button"
        aria-label={label}
        {...props}
        className={cx(
          "inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-3 transition-colors hover:bg-hover hover:text-ink disabled:cursor-not-allowed disabled:opacity-55 data-popup-open:bg-hover data-popup-open:text-ink pointer-coarse:size-11 [&_svg]:size-4",
          className,
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}
