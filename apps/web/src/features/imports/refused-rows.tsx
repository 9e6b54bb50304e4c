"use client";

import { useTranslations } from "next-intl";

import type { ImportReport } from "./import-answer";
import { Cell, HeadCell, ReportTable } from "./report-table";

type Props = { rows: ImportReport["rowErrors"]; total: number };

/** The rows that were not taken, each with its line in the file. */
export function RefusedRows({ rows, total }: Props) {
  const t = useTranslations("imports.result");
  return (
    <section aria-labelledby="rows-heading">
      <h2 id="rows-heading" className="mb-2 text-title">
        {t("rows", { count: total })}
      </h2>
      <ReportTable
        head={
          <>
            <HeadCell>{t("line")}</HeadCell>
            <HeadCell>{t("reason")}</HeadCell>
          </>
        }
      >
        {rows.map(({ line, message }) => (
          <tr key={`${line}\n${message}`}>
            <Cell>
              <span className="tabular-nums">{line}</span>
            </Cell>
            <Cell>
              <span className="font-normal text-ink-2">{message}</span>
            </Cell>
          </tr>
        ))}
      </ReportTable>
      {total > rows.length && (
        <p className="mt-2 text-ink-2 text-meta">{t("moreRows", { count: total - rows.length })}</p>
      )}
    </section>
  );
}
