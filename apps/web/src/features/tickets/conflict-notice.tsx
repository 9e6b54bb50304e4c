"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { useForgetDraft } from "~/lib/use-draft";
import { Button } from "~/ui/button";

import { type Conflict, keepMine } from "./conflict";
import { useTicketScreen } from "./ticket-context";
import { useFieldValue } from "./use-field-value";

/** Two people changed one thing: both versions side by side, and the choice between them. */
export function ConflictNotice({ conflict }: { conflict: Conflict }) {
  const t = useTranslations("tickets.conflict");
  const fieldNames = useTranslations("tickets.fields");
  const inWords = useFieldValue();
  const forgetDraft = useForgetDraft();
  const { ticket, edit, settle } = useTicketScreen();
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const forgetDrafts = () => {
    for (const { name } of conflict.fields) forgetDraft(`${ticket.id}:${name}`);
  };

  function takeTheirs() {
    settle();
    forgetDrafts();
  }

  async function insist() {
    settle();
    const { patch, seen } = keepMine(conflict);
    if ((await edit(patch, seen)) === "saved") forgetDrafts();
  }

  return (
    <section
      ref={notice}
      role="alert"
      className="flex flex-col gap-3 rounded-card border border-danger-ink bg-surface p-3"
    >
      {conflict.fields.map(({ name, yours, theirs }) => (
        <div key={name} className="flex flex-col gap-2">
          <h2 className="text-ui">{t("title", { field: fieldNames(name).toLowerCase() })}</h2>
          <div className="grid gap-3 sm:grid-cols-2">
            <Side label={t("yours")} text={inWords(name, yours) || t("empty")} />
            <Side label={t("theirs")} text={inWords(name, theirs) || t("empty")} />
          </div>
        </div>
      ))}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-0 grow text-ink-2 text-meta">{t("body")}</p>
        <Button onClick={takeTheirs}>{t("takeTheirs")}</Button>
        <Button variant="primary" onClick={() => void insist()}>
          {t("keepMine")}
        </Button>
      </div>
    </section>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-ink-3 text-meta">{label}</h3>
      <p className="max-h-60 overflow-y-auto whitespace-pre-wrap rounded-control border border-line bg-page px-2.5 py-1.5 [overflow-wrap:anywhere]">
        {text}
      </p>
    </div>
  );
}
