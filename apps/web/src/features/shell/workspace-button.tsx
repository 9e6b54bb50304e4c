"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { MenuButton } from "~/ui/menu-button";

import { WorkspaceMark } from "./workspace-mark";

const WorkspaceMenu = lazy(() =>
  import("./workspace-menu").then((module) => ({ default: module.WorkspaceMenu })),
);

/** The workspace one is in, and the way to the others. */
export function WorkspaceButton() {
  const t = useTranslations("shell");
  const { name, slug } = useCurrentWorkspace();
  return (
    <MenuButton
      menu={WorkspaceMenu}
      className="flex h-10 w-full items-center gap-2 rounded-control px-2 text-start pointer-coarse:h-11"
    >
      <span className="sr-only">{t("switchWorkspace")}</span>
      <WorkspaceMark name={name} slug={slug} />
      <span className="min-w-0 grow truncate font-semibold text-ui">{name}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
    </MenuButton>
  );
}
