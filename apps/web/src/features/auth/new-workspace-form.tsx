"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { paths } from "~/lib/paths";
import { useFieldErrors } from "~/lib/use-field-errors";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";

import { checkField } from "./check-field";
import { FormAlert } from "./form-alert";

export function NewWorkspaceForm() {
  const t = useTranslations("auth.welcome");
  const words = useTranslations("auth.errors");
  const explain = useErrorMessage();
  const { form, errors, show } = useFieldErrors<"name">();
  const [alert, setAlert] = useState<string>();
  const create = trpc.workspaces.create.useMutation({
    onSuccess: ({ slug }) => window.location.assign(paths.workspace(slug)),
    onError: (error) => setAlert(explain(error)),
  });
  const busy = create.isPending || create.isSuccess;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    setAlert(undefined);
    if (!busy && !show({ name: checkField.name(name, words) })) create.mutate({ name });
  }

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormAlert>{alert}</FormAlert>
      <Field label={t("name")} error={errors.name}>
        <Input
          name="name"
          autoComplete="organization"
          placeholder={t("placeholder")}
          className="h-10"
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
