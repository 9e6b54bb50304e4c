"use client";

import { limits, mayGrant } from "@slacky/api/rules";
import { type WorkspaceRole, workspaceRoles } from "@slacky/db/vocabulary";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { useFieldErrors } from "~/lib/use-field-errors";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { failureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { DialogActions } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";
import { Select } from "~/ui/select";
import { toast } from "~/ui/toaster";

export function AddMemberForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("shell.membersPage");
  const common = useTranslations("common");
  const roles = useTranslations("common.roles");
  const explain = useErrorMessage();
  const utils = trpc.useUtils();
  const { id: workspaceId, role: own } = useCurrentWorkspace();
  const [role, setRole] = useState<WorkspaceRole>("member");
  const { form, errors, show } = useFieldErrors<"email">();

  const add = trpc.members.add.useMutation({
    onSuccess: async (member) => {
      toast.success(t("added", { name: member.name }));
      await utils.members.list.invalidate({ workspaceId });
      onDone();
    },
    onError: (error) => {
      const failure = failureOf(error);
      if (failure.code === "NOT_FOUND") show({ email: t("noAccount") });
      else if (failure.reason?.code === "already_member") show({ email: t("alreadyMember") });
      else if (failure.fields.includes("email")) show({ email: t("emailInvalid") });
      else toast.error(explain(error));
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email")).trim();
    const plausible = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
    if (show({ email: plausible ? undefined : t("emailInvalid") }) || add.isPending) return;
    add.mutate({ workspaceId, email, role });
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <div className="flex flex-col gap-4">
        <Field label={t("email")} error={errors.email}>
          <Input
            name="email"
            type="email"
            maxLength={limits.email}
            autoComplete="off"
            // The dialog was opened to write this.
            autoFocus
          />
        </Field>
        <Field label={t("role")}>
          <Select
            value={role}
            onValueChange={setRole}
            options={workspaceRoles
              .filter((granted) => mayGrant(own, granted))
              .map((granted) => ({ value: granted, label: roles(granted) }))}
          />
        </Field>
      </div>
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={add.isPending}>
          {t("submit")}
        </Button>
      </DialogActions>
    </form>
  );
}
