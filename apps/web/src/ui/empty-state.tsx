import type { ReactNode } from "react";

type Props = {
  /** A line icon; it is drawn at 32 px. */
  icon?: ReactNode;
  title: string;
  /** `h1` where it is all that the page says. */
  heading?: "h1" | "h2";
  children?: ReactNode;
  /** One button or link. */
  action?: ReactNode;
};

/** What a list says when there is nothing in it: one sentence and the one thing to do. */
export function EmptyState({ icon, title, heading: Heading = "h2", children, action }: Props) {
  return (
    <div className="mx-auto flex w-full max-w-80 flex-col items-center px-4 pt-[16vh] pb-12 text-center">
      {icon && (
        <span aria-hidden className="mb-3 text-ink-3 [&_svg]:size-8 [&_svg]:stroke-[1.25]">
          {icon}
        </span>
      )}
      <Heading className="font-semibold text-body text-ink">{title}</Heading>
      {children && <p className="mt-1 text-balance font-normal text-ink-2 text-ui">{children}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
