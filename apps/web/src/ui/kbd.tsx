import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-chip border border-line bg-page px-1 font-mono text-ink-2 text-key">
      {children}
    </kbd>
  );
}
