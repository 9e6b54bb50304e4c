"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  icon: ReactNode;
  count?: number;
  /** The count in words, for those who do not see where it stands. */
  countLabel?: string;
  children: ReactNode;
};

/** A row of the sidebar. */
export function NavLink({ href, icon, count, countLabel, children }: Props) {
  const current = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className="flex min-h-7 items-center gap-2 rounded-control px-2 text-ink-2 text-ui transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink pointer-coarse:min-h-11"
    >
      <span aria-hidden className="flex w-4 shrink-0 justify-center text-ink-3 [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 grow truncate">{children}</span>
      {count !== undefined && (
        <span className="text-ink-3 text-meta tabular-nums">
          <span aria-hidden>{count}</span>
          <span className="sr-only">{countLabel}</span>
        </span>
      )}
    </Link>
  );
}
