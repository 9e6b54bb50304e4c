"use client";

import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, useEffect, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { IconButton } from "~/ui/icon-button";
import { OnceOpened } from "~/ui/once-opened";

const Drawer = lazy(() => import("~/ui/drawer").then((module) => ({ default: module.Drawer })));

type Props = { sidebar: ReactNode; children: ReactNode };

/** The frame of a workspace's pages: the sidebar, or a bar with a drawer where there is no room. */
export function AppShell({ sidebar, children }: Props) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const { slug, name } = useCurrentWorkspace();
  const pathname = usePathname();
  const [drawerOpen, setDrawerOpen] = useState(false);

  // Whatever was chosen in the drawer leads to another page, and the drawer is done.
  useEffect(() => setDrawerOpen(false), [pathname]);

  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-60 focus:rounded-control focus:bg-surface focus:px-3 focus:py-2 focus:shadow-menu"
      >
        {common("skipToContent")}
      </a>
      <aside className="hidden w-58 shrink-0 flex-col border-line border-e md:flex">
        {sidebar}
      </aside>
      <header className="flex h-11 shrink-0 items-center gap-1 border-line border-b px-2 md:hidden">
        <IconButton label={t("openNavigation")} onClick={() => setDrawerOpen(true)}>
          <MenuIcon strokeWidth={1.75} />
        </IconButton>
        <Link
          href={paths.workspace(slug)}
          className="flex min-h-11 min-w-0 items-center rounded-chip px-1 font-semibold text-ui"
        >
          <span className="truncate">{name}</span>
        </Link>
      </header>
      <OnceOpened open={drawerOpen}>
        <Drawer open={drawerOpen} onOpenChange={setDrawerOpen} label={t("navigation")}>
          {sidebar}
        </Drawer>
      </OnceOpened>
      <main
        id="content"
        tabIndex={-1}
        className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto outline-none"
      >
        {children}
      </main>
    </div>
  );
}
