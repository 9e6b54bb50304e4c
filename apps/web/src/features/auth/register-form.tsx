"use client";

import { limits } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { paths } from "~/lib/paths";
import { useFieldErrors } from "~/lib/use-field-errors";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { failureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";

import { checkField } from "./check-field";
import { FormAlert } from "./form-alert";
import { openBrowserSession } from "./open-browser-session";
import { PasswordInput } from "./password-input";

export function RegisterForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const words = useTranslations("auth.errors");
  const explain = useErrorMessage();
  const { form, errors, show } = useFieldErrors<"name" | "email" | "password">();
  const register = trpc.auth.register.useMutation();
  const [alert, setAlert] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const name = String(data.get("name"));
    const email = String(data.get("email"));
    const password = String(data.get("password"));
    setAlert(undefined);
    const wrong = show({
      name: checkField.name(name, words),
      email: checkField.email(email, words),
      password: checkField.newPassword(password, words),
    });
    if (wrong) return;

    setBusy(true);
    try {
      await register.mutateAsync({ name, email, password });
    } catch (error) {
      setBusy(false);
      if (failureOf(error).reason?.code === "email_taken")
        show({ email: t("register.emailTaken") });
      else setAlert(explain(error));
      return;
    }
    // The account exists from here on: where its session cannot be opened, signing in can be repeated.
    const opened = await openBrowserSession(email, password);
    window.location.assign(opened === "ok" ? next : paths.signIn(next));
  }

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormAlert>{alert}</FormAlert>
      <Field label={t("fields.name")} error={errors.name}>
        <Input name="name" autoComplete="name" className="h-10" />
      </Field>
      <Field label={t("fields.email")} error={errors.email}>
        <Input name="email" type="email" autoComplete="username" className="h-10" />
      </Field>
      <Field
        label={t("fields.password")}
        error={errors.password}
        hint={t("fields.passwordHint", { min: limits.passwordLeast })}
      >
        <PasswordInput name="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("register.submit")}
      </Button>
    </form>
  );
}
