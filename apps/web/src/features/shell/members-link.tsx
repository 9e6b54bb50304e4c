"use client";

import type { RouterOutputs } from "@slacky/api";
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { trpc } from "~/trpc/client";

import { NavLink } from "./nav-link";

type Props = { initial: RouterOutputs["members"]["list"] };

/** The way to the members, with how many they are. */
export function MembersLink({ initial }: Props) {
  const t = useTranslations("shell");
  const { id: workspaceId, slug } = useCurrentWorkspace();
  const members = trpc.members.list.useQuery({ workspaceId }, { initialData: initial });
  const count = members.data.items.length;
  return (
    <NavLink
      href={paths.members(slug)}
      icon={<Users strokeWidth={1.75} />}
      count={count}
      countLabel={t("membersCount", { count })}
    >
      {t("members")}
    </NavLink>
  );
}
