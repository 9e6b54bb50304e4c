import { CircleAlert } from "lucide-react";

/** What failed about a form as a whole. The region is always there, so that its words are announced. */
export function FormAlert({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {children && (
        <p className="flex items-start gap-2 rounded-control border border-danger-ink/40 px-3 py-2 text-body text-danger-ink">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
          {children}
        </p>
      )}
    </div>
  );
}
