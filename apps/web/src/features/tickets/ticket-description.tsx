"use client";

import { limits } from "@slacky/api/rules";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useDraft } from "~/lib/use-draft";
import { useShortcut } from "~/lib/use-shortcut";
import { Button } from "~/ui/button";
import { IconButton } from "~/ui/icon-button";
import { Markdown } from "~/ui/markdown";
import { MarkdownEditor } from "~/ui/markdown-editor";
import { toast } from "~/ui/toaster";

import { useTicketScreen } from "./ticket-context";
import { UnsavedNotice } from "./unsaved-notice";

/** The description, read or written. What is written is kept in this browser until it is saved. */
export function TicketDescription() {
  const t = useTranslations("tickets.description");
  const common = useTranslations("common");
  const { ticket, mayEdit, edit, conflict } = useTicketScreen();
  const [draft, setDraft] = useDraft(`${ticket.id}:description`);
  const [mode, setMode] = useState<"reading" | "writing" | "saving">("reading");
  const writing = mode === "writing" && draft !== null;
  useShortcut("e", () => mayEdit && !writing && begin());

  function begin() {
    if (conflict) return;
    if (!draft) setDraft({ text: ticket.description, version: ticket.version });
    setMode("writing");
  }

  function discard() {
    setMode("reading");
    setDraft(null);
    if (!draft || draft.text === ticket.description) return;
    const undo = () => {
      setDraft(draft);
      setMode("writing");
    };
    toast(t("discarded"), { action: { label: t("undo"), onClick: undo } });
  }

  async function save() {
    if (!draft) return;
    setMode("saving");
    const outcome = await edit({ description: draft.text }, draft.version);
    if (outcome === "saved") setDraft(null);
    setMode(outcome === "refused" ? "writing" : "reading");
  }

  if (writing) {
    return (
      <section aria-label={t("heading")}>
        <MarkdownEditor
          label={t("label")}
          value={draft.text}
          onChange={(text) => setDraft({ ...draft, text })}
          onSubmit={() => void save()}
          onEscape={discard}
          maxLength={limits.text}
          autoFocus
          className="min-h-48"
        >
          <Button onClick={discard}>{common("cancel")}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {t("save")}
          </Button>
        </MarkdownEditor>
      </section>
    );
  }

  const kept = mode !== "saving" && !conflict && draft && draft.text !== ticket.description;
  return (
    <section aria-labelledby="description-heading" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 id="description-heading" className="text-ink-3 text-meta">
          {t("heading")}
        </h2>
        {mayEdit && ticket.description !== "" && (
          <IconButton label={t("edit")} shortcut="E" onClick={begin} className="print:hidden">
            <Pencil strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      {kept && mayEdit && <UnsavedNotice onContinue={begin} onDiscard={discard} />}
      {ticket.description.trim() !== "" ? (
        <Markdown>{ticket.description}</Markdown>
      ) : mayEdit ? (
        <button
          type="button"
          onClick={begin}
          className="-mx-1.5 rounded-control px-1.5 py-1 text-start text-ink-3 transition-colors hover:bg-hover pointer-coarse:min-h-11"
        >
          {t("add")}
        </button>
      ) : (
        <p className="text-ink-3">{t("none")}</p>
      )}
    </section>
  );
}
