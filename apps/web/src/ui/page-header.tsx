import type { ReactNode } from "react";

/** The top of a page: its name, and what can be done with it. */
export function PageHeader({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-13 shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-2">
      <h1 className="min-w-0 truncate text-ink text-title">{title}</h1>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  );
}
