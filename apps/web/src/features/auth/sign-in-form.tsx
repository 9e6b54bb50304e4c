"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { useFieldErrors } from "~/lib/use-field-errors";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";

import { checkField } from "./check-field";
import { FormAlert } from "./form-alert";
import { openBrowserSession } from "./open-browser-session";
import { PasswordInput } from "./password-input";

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const words = useTranslations("auth.errors");
  const failures = useTranslations("common.errors");
  const { form, errors, show } = useFieldErrors<"email" | "password">();
  const [alert, setAlert] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const email = String(data.get("email"));
    const password = String(data.get("password"));
    setAlert(undefined);
    const wrong = show({
      email: checkField.email(email, words),
      password: checkField.knownPassword(password, words),
    });
    if (wrong) return;

    setBusy(true);
    const outcome = await openBrowserSession(email, password);
    if (outcome === "ok") {
      // A whole new page, so that nothing another person loaded in this tab remains.
      window.location.assign(next);
      return;
    }
    setBusy(false);
    if (outcome === "wrong") show({ password: t("signIn.wrong") });
    else setAlert(failures(outcome === "too_many" ? "tooMany" : "unavailable"));
  }

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormAlert>{alert}</FormAlert>
      <Field label={t("fields.email")} error={errors.email}>
        <Input name="email" type="email" autoComplete="username" className="h-10" />
      </Field>
      <Field label={t("fields.password")} error={errors.password}>
        <PasswordInput name="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
