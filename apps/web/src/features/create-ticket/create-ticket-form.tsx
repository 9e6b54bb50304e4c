"use client";

import { limits } from "@slacky/api/rules";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import type { Project } from "~/lib/projects";
import { useFieldErrors } from "~/lib/use-field-errors";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { Button } from "~/ui/button";
import { DialogActions } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";
import { Select } from "~/ui/select";
import { Textarea } from "~/ui/textarea";
import { toast } from "~/ui/toaster";

type Props = { projects: Project[]; initialProject: string; onDone: () => void };

export function CreateTicketForm({ projects, initialProject, onDone }: Props) {
  const t = useTranslations("shell.newTicket");
  const common = useTranslations("common");
  const explain = useErrorMessage();
  const router = useRouter();
  const utils = trpc.useUtils();
  const { id: workspaceId, slug } = useCurrentWorkspace();
  const [projectId, setProjectId] = useState(initialProject);
  const { form, errors, show } = useFieldErrors<"title">();

  const create = trpc.tickets.create.useMutation({
    onSuccess: ({ key }) => {
      void utils.tickets.invalidate();
      onDone();
      toast.success(t("created", { key }), {
        action: { label: t("open"), onClick: () => router.push(paths.ticket(slug, key)) },
      });
    },
    onError: (error) => toast.error(explain(error)),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const title = String(data.get("title")).trim();
    const description = String(data.get("description"));
    const missing = title === "" ? t("nameMissing") : undefined;
    if (create.isPending || show({ title: missing })) return;
    create.mutate({ workspaceId, projectId, title, ...(description && { description }) });
  }

  function submitByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
  }

  return (
    <form ref={form} onSubmit={submit} onKeyDown={submitByKey} noValidate>
      <div className="flex flex-col gap-4">
        <Field label={t("name")} error={errors.title}>
          <Input
            name="title"
            maxLength={limits.title}
            placeholder={t("namePlaceholder")}
            autoComplete="off"
            // The dialog was opened to write this.
            autoFocus
          />
        </Field>
        <Field label={t("description")}>
          <Textarea
            name="description"
            maxLength={limits.text}
            placeholder={t("descriptionPlaceholder")}
          />
        </Field>
        <Field label={t("project")}>
          <Select
            value={projectId}
            onValueChange={setProjectId}
            options={projects.map(({ id, name, key }) => ({
              value: id,
              label: `${name} (${key})`,
            }))}
          />
        </Field>
      </div>
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={create.isPending}>
          {t("submit")}
        </Button>
      </DialogActions>
    </form>
  );
}
