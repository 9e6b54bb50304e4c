"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { Avatar } from "~/ui/avatar";
import { MenuButton } from "~/ui/menu-button";

const AccountMenu = lazy(() =>
  import("./account-menu").then((module) => ({ default: module.AccountMenu })),
);

/** Who is signed in, and the way to what concerns only them. */
export function AccountButton() {
  const t = useTranslations("shell.account");
  const { user } = useCurrentWorkspace();
  return (
    <MenuButton
      menu={AccountMenu}
      className="flex h-10 w-full items-center gap-2 rounded-control px-2 text-start pointer-coarse:h-11"
    >
      <span className="sr-only">{t("open")}</span>
      <Avatar name={user.name} id={user.id} size={24} />
      <span className="min-w-0 grow">
        <span className="block truncate text-ui">{user.name}</span>
        <span className="block truncate text-ink-3 text-meta">{user.email}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
    </MenuButton>
  );
}
