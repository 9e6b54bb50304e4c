"use client";

import { limits, projectKeyOf, projectKeyPattern } from "@slacky/api/rules";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { useFieldErrors } from "~/lib/use-field-errors";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { failureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { DialogActions } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";
import { toast } from "~/ui/toaster";

export function NewProjectForm({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations("shell.newProject");
  const common = useTranslations("common");
  const explain = useErrorMessage();
  const router = useRouter();
  const utils = trpc.useUtils();
  const { id: workspaceId, slug } = useCurrentWorkspace();
  const { form, errors, show } = useFieldErrors<"name" | "key">();
  const [name, setName] = useState("");
  // Until one types a key it is what the server would make of the name.
  const [typedKey, setTypedKey] = useState<string>();
  const suggested = name.trim() === "" ? "" : projectKeyOf(name);
  const key = typedKey ?? suggested;

  const create = trpc.projects.create.useMutation({
    onSuccess: async (project) => {
      await utils.projects.list.invalidate({ workspaceId });
      router.push(paths.project(slug, project.key));
    },
    onError: (error) => {
      if (failureOf(error).reason?.code === "key_taken") show({ key: t("keyTaken") });
      else toast.error(explain(error));
    },
  });
  const busy = create.isPending || create.isSuccess;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wrong = show({
      name: name.trim() === "" ? t("nameMissing") : undefined,
      key: typedKey && !projectKeyPattern.test(typedKey) ? t("keyInvalid") : undefined,
    });
    if (!busy && !wrong) create.mutate({ workspaceId, name, ...(typedKey && { key: typedKey }) });
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <div className="flex flex-col gap-4">
        <Field label={t("name")} error={errors.name}>
          <Input
            name="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={limits.name}
            placeholder={t("namePlaceholder")}
            autoComplete="off"
            // The dialog was opened to write this.
            autoFocus
          />
        </Field>
        <Field
          label={t("key")}
          error={errors.key}
          hint={t("keyHint", { example: `${key || "ENG"}-1` })}
        >
          <Input
            name="key"
            value={key}
            onChange={(event) => setTypedKey(event.target.value.toUpperCase())}
            maxLength={10}
            autoComplete="off"
            className="max-w-40 font-mono"
          />
        </Field>
      </div>
      <DialogActions>
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {t("submit")}
        </Button>
      </DialogActions>
    </form>
  );
}
