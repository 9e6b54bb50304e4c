"use client";

import { limits } from "@slacky/api/rules";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";

import { useErrorMessage } from "~/trpc/error-message";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";

import { useBoardContext } from "./board-context";
import type { Card } from "./board-state";
import { useCreate } from "./use-create";

type Props = {
  state: string;
  stateName: string;
  /** Ready to be written in at once. */
  startOpen: boolean;
  onCreated: (card: Card) => void;
};

/** A row at the foot of a lane: Enter creates a ticket and stays for the next one. */
export function QuickAdd({ state, stateName, startOpen, onCreated }: Props) {
  const t = useTranslations("board.quickAdd");
  const explain = useErrorMessage();
  const { project } = useBoardContext();
  const [open, setOpen] = useState(startOpen);
  const [title, setTitle] = useState("");
  const [missing, setMissing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const create = useCreate(project.id, (card) => {
    setTitle("");
    onCreated(card);
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(title.trim() === "");
    if (title.trim() !== "" && !create.isPending) create.mutate({ title, state });
  }

  function closeByKey(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    setOpen(false);
    setMissing(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  if (!open) {
    return (
      <button
        ref={opener}
        type="button"
        onClick={() => setOpen(true)}
        className="m-2 mt-1 flex h-8 shrink-0 items-center gap-2 rounded-control px-2 text-ink-2 text-ui transition-colors hover:bg-hover hover:text-ink pointer-coarse:h-11"
      >
        <Plus aria-hidden className="size-4" strokeWidth={1.75} />
        {title === "" ? t("open") : t("draft", { title })}
        <span className="sr-only">{t("in", { state: stateName })}</span>
      </button>
    );
  }

  const error = missing ? t("titleMissing") : create.isError ? explain(create.error) : undefined;
  return (
    <form onSubmit={submit} onKeyDown={closeByKey} noValidate className="shrink-0 p-2 pt-1">
      <Field label={t("label", { state: stateName })} error={error} hint={t("hint")}>
        <Input
          value={title}
          onChange={(event) => {
            setTitle(event.target.value);
            setMissing(false);
          }}
          readOnly={create.isPending}
          aria-busy={create.isPending}
          maxLength={limits.title}
          placeholder={t("placeholder")}
          autoComplete="off"
          // It was opened to write in.
          autoFocus
        />
      </Field>
    </form>
  );
}
