"use client";

import { can } from "@slacky/api/rules";
import { FileX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

import { FilePicker } from "./file-picker";
import { ImportFailureNotice } from "./import-failure-notice";
import { ImportHelp } from "./import-help";
import { ImportProgress } from "./import-progress";
import { ImportReportView } from "./import-report-view";
import { useImport } from "./use-import";

/** From a Jira export to boards: one file, its progress, and an account of what became of it. */
export function ImportPage() {
  const t = useTranslations("imports");
  const router = useRouter();
  const utils = trpc.useUtils();
  const { id: workspaceId, role } = useCurrentWorkspace();
  const [file, setFile] = useState<File | null>(null);
  const { stage, start, cancel, reset } = useImport(workspaceId, () => {
    void utils.invalidate();
    router.refresh();
  });

  if (!can(role, "ticket.import")) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState icon={<FileX />} title={t("readOnly")} />
      </>
    );
  }

  if (stage.at === "done") {
    return (
      <>
        <PageHeader title={t("title")} />
        <ImportReportView
          report={stage.report}
          fileName={file?.name ?? ""}
          onAgain={() => {
            setFile(null);
            reset();
          }}
        />
      </>
    );
  }

  const running = stage.at === "uploading" || stage.at === "working";
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex w-full max-w-180 flex-col gap-6 p-4">
        <ImportHelp />
        {stage.at === "failed" && <ImportFailureNotice failure={stage.failure} />}
        {stage.at === "choosing" && stage.notice && (
          <p role="status" className="rounded-card border border-line bg-surface px-3 py-2">
            {t(stage.notice)}
          </p>
        )}
        {running && file ? (
          <ImportProgress file={file} stage={stage} onCancel={cancel} />
        ) : (
          <FilePicker
            file={file}
            onPick={(picked) => {
              setFile(picked);
              reset();
            }}
          >
            <Button variant="primary" onClick={() => file && start(file)}>
              {t("submit")}
            </Button>
          </FilePicker>
        )}
      </div>
    </>
  );
}
