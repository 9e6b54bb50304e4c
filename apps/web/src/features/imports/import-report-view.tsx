"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { Button } from "~/ui/button";

import type { ImportReport } from "./import-answer";
import { ImportedProjects } from "./imported-projects";
import { LossTable } from "./loss-table";
import { RefusedRows } from "./refused-rows";

type Props = { report: ImportReport; fileName: string; onAgain: () => void };

/** The account of an import: what came, what did not and why, and the way to the boards. */
export function ImportReportView({ report, fileName, onAgain }: Props) {
  const t = useTranslations("imports.result");
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);

  const { created, unchanged, skipped } = report.totals;
  const title =
    created > 0
      ? t("done", { count: created })
      : unchanged + skipped > 0
        ? t("nothingNew")
        : t("nothing");
  return (
    <div className="flex w-full max-w-240 flex-col gap-8 p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0" role="status">
          <h2 ref={heading} tabIndex={-1} className="text-ticket outline-none">
            {title}
          </h2>
          <p className="text-ink-2 [overflow-wrap:anywhere]">{t("fileName", { name: fileName })}</p>
        </div>
        <Button onClick={onAgain}>{t("again")}</Button>
      </div>
      <ImportedProjects projects={report.projects} totals={report.totals} />
      {report.rowErrorTotal > 0 && (
        <RefusedRows rows={report.rowErrors} total={report.rowErrorTotal} />
      )}
      {report.losses.length > 0 ? (
        <LossTable losses={report.losses} />
      ) : (
        created > 0 && report.rowErrorTotal === 0 && <p className="text-ink-2">{t("noLosses")}</p>
      )}
    </div>
  );
}
