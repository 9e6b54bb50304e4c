import { cx } from "./cx";

/** A flat block in the place and size of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden className={cx("animate-pulse-flat rounded-control bg-hover", className)} />
  );
}
