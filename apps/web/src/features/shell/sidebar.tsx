"use client";

import type { RouterOutputs } from "@slacky/api";
import { can } from "@slacky/api/rules";
import { Download, LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";

import { AccountButton } from "./account-button";
import { MembersLink } from "./members-link";
import { NavLink } from "./nav-link";
import { WorkspaceButton } from "./workspace-button";

type Props = {
  members: RouterOutputs["members"]["list"];
  create: ReactNode;
  projects: ReactNode;
};

/** What leads through a workspace, from the widest choice to one's own account. */
export function Sidebar({ members, create, projects }: Props) {
  const t = useTranslations("shell");
  const { slug, role } = useCurrentWorkspace();
  return (
    <>
      <div className="flex flex-col gap-2 p-2">
        <WorkspaceButton />
        {create}
      </div>
      <nav
        aria-label={t("navigation")}
        className="flex min-h-0 flex-1 flex-col gap-px overflow-y-auto px-2 pb-2"
      >
        <NavLink href={paths.workspace(slug)} icon={<LayoutGrid strokeWidth={1.75} />}>
          {t("allProjects")}
        </NavLink>
        <MembersLink initial={members} />
        {can(role, "ticket.import") && (
          <NavLink href={paths.import(slug)} icon={<Download strokeWidth={1.75} />}>
            {t("importFromJira")}
          </NavLink>
        )}
        {projects}
      </nav>
      <div className="border-line border-t p-2">
        <AccountButton />
      </div>
    </>
  );
}
