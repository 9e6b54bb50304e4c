"use client";

import { useLocale, useTranslations } from "next-intl";

import { Button } from "~/ui/button";
import { Spinner } from "~/ui/spinner";

import { formatSize } from "./format-size";
import type { ImportStage } from "./use-import";

type Props = {
  file: File;
  stage: Extract<ImportStage, { at: "uploading" | "working" }>;
  onCancel: () => void;
};

/** How far the upload is, in per cent; what comes after it has no measure, and shows none. */
export function ImportProgress({ file, stage, onCancel }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const percent = stage.at === "uploading" ? Math.floor(stage.share * 100) : null;
  return (
    <div className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <p className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 truncate font-semibold">{file.name}</span>
        <span className="shrink-0 text-ink-2 tabular-nums">{formatSize(file.size, locale)}</span>
      </p>
      {percent !== null && (
        <progress
          aria-label={t("uploading")}
          max={100}
          value={percent}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-hover accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
        />
      )}
      <div className="flex items-center gap-2">
        <p role="status" className="flex min-w-0 grow items-center gap-2 text-ink-2">
          {percent === null && <Spinner />}
          {percent === null ? t("working") : t("uploading")}
        </p>
        {percent !== null && <span className="text-ink-2 tabular-nums">{percent} %</span>}
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
      {percent === null && <p className="text-ink-3 text-meta">{t("workingHint")}</p>}
    </div>
  );
}
