"use client";

import { can } from "@slacky/api/rules";
import { FolderKanban } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { useProjects } from "~/lib/projects";
import { Button, buttonStyles } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { OnceOpened } from "~/ui/once-opened";
import { PageHeader } from "~/ui/page-header";

import { ProjectRow } from "./project-row";

const NewProjectDialog = lazy(() =>
  import("./new-project-dialog").then((module) => ({ default: module.NewProjectDialog })),
);

/** The workspace's front page: every project, and the two ways to get one. */
export function ProjectList() {
  const t = useTranslations("shell.projectsPage");
  const shell = useTranslations("shell");
  const { slug, role } = useCurrentWorkspace();
  const projects = useProjects();
  const [creating, setCreating] = useState(false);
  const mayCreate = can(role, "project.create");

  return (
    <>
      <PageHeader title={t("title")}>
        {mayCreate && (
          <>
            <Link href={paths.import(slug)} className={buttonStyles()}>
              {shell("importFromJira")}
            </Link>
            {projects.length > 0 && <Button onClick={() => setCreating(true)}>{t("new")}</Button>}
          </>
        )}
      </PageHeader>
      {projects.length === 0 ? (
        <EmptyState
          icon={<FolderKanban />}
          title={t("emptyTitle")}
          action={
            mayCreate && (
              <Button variant="primary" onClick={() => setCreating(true)}>
                {t("new")}
              </Button>
            )
          }
        >
          {mayCreate ? t("emptyBody") : t("emptyBodyViewer")}
        </EmptyState>
      ) : (
        <ul className="flex flex-col p-2">
          {projects.map((project) => (
            <ProjectRow
              key={project.id}
              project={project}
              href={paths.project(slug, project.key)}
            />
          ))}
        </ul>
      )}
      <OnceOpened open={creating}>
        <NewProjectDialog open={creating} onOpenChange={setCreating} />
      </OnceOpened>
    </>
  );
}
