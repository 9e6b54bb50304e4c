"use client";

import type { RouterOutputs } from "@slacky/api";
import { can } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { lazy, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { OnceOpened } from "~/ui/once-opened";
import { PageHeader } from "~/ui/page-header";

import { MemberTable } from "./member-table";

const AddMemberDialog = lazy(() =>
  import("./add-member-dialog").then((module) => ({ default: module.AddMemberDialog })),
);

export function MembersPage({ initial }: { initial: RouterOutputs["members"]["list"] }) {
  const t = useTranslations("shell.membersPage");
  const { id: workspaceId, role } = useCurrentWorkspace();
  const members = trpc.members.list.useQuery({ workspaceId }, { initialData: initial });
  const [adding, setAdding] = useState(false);
  const mayAdd = can(role, "member.add");
  return (
    <>
      <PageHeader title={t("title")}>
        {mayAdd ? (
          <Button onClick={() => setAdding(true)}>{t("add")}</Button>
        ) : (
          <p className="text-ink-2 text-meta">{t("addReason")}</p>
        )}
      </PageHeader>
      <MemberTable members={members.data.items} />
      <OnceOpened open={adding}>
        <AddMemberDialog open={adding} onOpenChange={setAdding} />
      </OnceOpened>
    </>
  );
}
