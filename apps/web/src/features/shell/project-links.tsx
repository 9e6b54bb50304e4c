"use client";

import { useTranslations } from "next-intl";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { useProjects } from "~/lib/projects";
import { hueOf } from "~/ui/hue-of";

import { NavLink } from "./nav-link";

/** Every project of the workspace, as rows that lead to its board. */
export function ProjectLinks() {
  const t = useTranslations("shell");
  const { slug } = useCurrentWorkspace();
  const projects = useProjects();
  if (projects.length === 0) return null;
  return (
    <>
      <h2 className="mt-4 px-2 pb-1 text-ink-3 text-meta">{t("projects")}</h2>
      {projects.map((project) => (
        <NavLink
          key={project.id}
          href={paths.project(slug, project.key)}
          icon={<span data-hue={hueOf(project.id)} className="size-2 rounded-[2px] bg-hue-dot" />}
        >
          {project.name}
        </NavLink>
      ))}
    </>
  );
}
