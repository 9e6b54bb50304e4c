"use client";

import { useLocale, useTranslations } from "next-intl";

import type { ImportReport } from "./import-answer";
import { Cell, HeadCell, ReportTable } from "./report-table";

/** What did not come over, by column of the file. */
export function LossTable({ losses }: Pick<ImportReport, "losses">) {
  const t = useTranslations("imports.result");
  const locale = useLocale();
  return (
    <section aria-labelledby="losses-heading">
      <h2 id="losses-heading" className="mb-2 text-title">
        {t("losses")}
      </h2>
      <ReportTable
        head={
          <>
            <HeadCell>{t("column")}</HeadCell>
            <HeadCell>{t("reason")}</HeadCell>
            <HeadCell number>{t("count")}</HeadCell>
          </>
        }
      >
        {losses.map(({ column, reason, count }) => (
          <tr key={`${column}\n${reason}`}>
            <Cell>{column}</Cell>
            <Cell>
              <span className="font-normal text-ink-2">{reason}</span>
            </Cell>
            <Cell number>{count.toLocaleString(locale)}</Cell>
          </tr>
        ))}
      </ReportTable>
    </section>
  );
}
