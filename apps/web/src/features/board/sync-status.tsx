"use client";

import { useTranslations } from "next-intl";

import { type SyncState, useSyncState } from "./use-sync-state";

const dots: Record<SyncState["kind"], string> = {
  saved: "bg-glyph-done",
  saving: "bg-glyph-progress",
  offline: "bg-glyph-cancelled",
  failed: "bg-danger",
  stale: "bg-glyph-cancelled",
};

/** Says in a word whether what one sees is what the server has. */
export function SyncStatus({ projectId, stale }: { projectId: string; stale: boolean }) {
  const t = useTranslations("board.sync");
  const { kind, waiting } = useSyncState(projectId, stale);
  const quiet = kind === "saved" || kind === "saving";
  return (
    <p
      role="status"
      // Each move says by itself that it was made: only trouble is read out.
      aria-live={quiet ? "off" : "polite"}
      data-sync={kind}
      className="flex items-center gap-1.5 text-ink-2 text-meta"
    >
      <span aria-hidden className={`size-1.5 rounded-full ${dots[kind]}`} />
      {t(kind, { waiting })}
    </p>
  );
}
