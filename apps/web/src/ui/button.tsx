import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

import { cx } from "./cx";
import { Spinner } from "./spinner";

/** The look of a button, also for links that act as one: `<Link className={buttonStyles()}>`. */
export const buttonStyles = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control text-ui transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 pointer-coarse:min-h-11",
  {
    variants: {
      variant: {
        primary: "bg-accent text-white hover:bg-accent-hover",
        secondary: "border border-line-strong/60 bg-surface text-ink hover:bg-hover",
        ghost: "text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover",
        danger: "bg-danger text-white hover:bg-danger-hover",
      },
      size: { sm: "h-7 px-2.5", md: "h-8 px-3", lg: "h-10 px-4" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof buttonStyles> & { busy?: boolean };

/** `busy` shows a spinner and ignores presses, yet keeps the focus where it is. */
export function Button({ variant, size, busy, className, children, onClick, ...props }: Props) {
  return (
    <button
      type="button"
      {...props}
      aria-disabled={busy || props["aria-disabled"]}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonStyles({ variant, size }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
