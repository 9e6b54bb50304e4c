"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

import { paths } from "~/lib/paths";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { AnchoredMenu } from "~/ui/anchored-menu";
import { MenuGroup, MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from "~/ui/menu";
import type { OpenedMenuProps } from "~/ui/menu-button";
import { toast } from "~/ui/toaster";

export function AccountMenu(opened: OpenedMenuProps) {
  const t = useTranslations("shell.account");
  const { theme = "system", setTheme } = useTheme();
  const explain = useErrorMessage();
  const refused = (error: unknown) => toast.error(explain(error));
  const leave = () => signOut({ callbackUrl: paths.signIn() }).catch(refused);
  const everywhere = trpc.auth.signOutEverywhere.useMutation({
    onSuccess: leave,
    onError: refused,
  });

  return (
    <AnchoredMenu label={t("label")} {...opened}>
      <MenuGroup label={t("appearance")}>
        <MenuRadioGroup value={theme} onValueChange={(value) => setTheme(String(value))}>
          <MenuRadioItem value="light" icon={<Sun strokeWidth={1.75} />}>
            {t("light")}
          </MenuRadioItem>
          <MenuRadioItem value="dark" icon={<Moon strokeWidth={1.75} />}>
            {t("dark")}
          </MenuRadioItem>
          <MenuRadioItem value="system" icon={<Monitor strokeWidth={1.75} />}>
            {t("system")}
          </MenuRadioItem>
        </MenuRadioGroup>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<LogOut strokeWidth={1.75} />} onSelect={leave}>
        {t("signOut")}
      </MenuItem>
      <MenuItem icon={<LogOut strokeWidth={1.75} />} onSelect={() => everywhere.mutate()}>
        {t("signOutEverywhere")}
      </MenuItem>
    </AnchoredMenu>
  );
}
