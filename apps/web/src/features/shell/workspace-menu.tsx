"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { AnchoredMenu } from "~/ui/anchored-menu";
import { MenuGroup, MenuLink, MenuSeparator } from "~/ui/menu";
import type { OpenedMenuProps } from "~/ui/menu-button";

import { WorkspaceMark } from "./workspace-mark";

export function WorkspaceMenu(opened: OpenedMenuProps) {
  const t = useTranslations("shell");
  const { slug: current, workspaces } = useCurrentWorkspace();
  return (
    <AnchoredMenu label={t("workspaces")} {...opened}>
      <MenuGroup label={t("workspaces")}>
        {workspaces.map(({ slug, name }) => (
          <MenuLink
            key={slug}
            icon={<WorkspaceMark name={name} slug={slug} />}
            current={slug === current}
            render={<Link href={paths.workspace(slug)} />}
          >
            {name}
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuLink
        icon={<Plus className="mx-0.5" strokeWidth={1.75} />}
        render={<Link href={paths.welcome()} />}
      >
        {t("newWorkspace")}
      </MenuLink>
    </AnchoredMenu>
  );
}
