"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { linkStyles } from "~/ui/link-styles";

import type { ImportCounts, ImportReport } from "./import-answer";
import { Cell, HeadCell, ReportTable } from "./report-table";

type Props = Pick<ImportReport, "projects" | "totals">;

/** Every project of the file with its counts; the name leads to its board. */
export function ImportedProjects({ projects, totals }: Props) {
  const t = useTranslations("imports.result");
  const { slug } = useCurrentWorkspace();
  return (
    <div className="flex flex-col gap-2">
      <ReportTable
        head={
          <>
            <HeadCell>{t("project")}</HeadCell>
            <HeadCell number>{t("created")}</HeadCell>
            <HeadCell number>{t("unchanged")}</HeadCell>
            <HeadCell number>{t("skipped")}</HeadCell>
          </>
        }
      >
        {projects.map((project) => (
          <tr key={project.key}>
            <Cell>
              <Link
                href={paths.project(slug, project.key)}
                aria-label={t("openBoard", { project: project.name })}
                className={linkStyles}
              >
                {project.name}
              </Link>{" "}
              <span className="font-mono text-ink-3 text-meta">{project.key}</span>
            </Cell>
            <Counts of={project} />
          </tr>
        ))}
        {projects.length > 1 && (
          <tr className="font-semibold">
            <Cell>{t("total")}</Cell>
            <Counts of={totals} />
          </tr>
        )}
      </ReportTable>
      {totals.skipped > 0 && <p className="text-ink-2 text-meta">{t("skippedHint")}</p>}
    </div>
  );
}

function Counts({ of: { created, unchanged, skipped } }: { of: ImportCounts }) {
  const locale = useLocale();
  return [created, unchanged, skipped].map((count, index) => (
    <Cell key={index} number>
      {count.toLocaleString(locale)}
    </Cell>
  ));
}
