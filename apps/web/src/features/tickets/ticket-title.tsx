"use client";

import { limits } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

import { useDraft } from "~/lib/use-draft";
import { toast } from "~/ui/toaster";

import { useTicketScreen } from "./ticket-context";

/** The title, edited where it stands: Enter and leaving save, Escape gives up. */
export function TicketTitle() {
  const t = useTranslations("tickets.title");
  const { ticket, mayEdit, edit, conflict } = useTicketScreen();
  const [draft, setDraft] = useDraft(`${ticket.id}:title`);
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const returnFocus = useRef(false);

  useEffect(() => {
    if (!editing && returnFocus.current) button.current?.focus();
    returnFocus.current = false;
  }, [editing]);

  function begin() {
    if (conflict) return;
    if (!draft) setDraft({ text: ticket.title, version: ticket.version });
    setEditing(true);
  }

  function giveUp() {
    returnFocus.current = true;
    setDraft(null);
    setEditing(false);
  }

  async function save() {
    if (!draft || !editing) return;
    const title = draft.text.replace(/\s+/g, " ").trim();
    setEditing(false);
    if (title === "") toast.error(t("missing"));
    if (title === "" || title === ticket.title) return setDraft(null);
    // What could not be saved is not lost: the title opens again with it.
    const outcome = await edit({ title }, draft.version);
    if (outcome === "saved") setDraft(null);
    else if (outcome === "refused") setEditing(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") giveUp();
    if (event.key === "Enter") {
      event.preventDefault();
      returnFocus.current = true;
      void save();
    }
  }

  if (!mayEdit) return <h1 className="text-ticket [overflow-wrap:anywhere]">{ticket.title}</h1>;
  if (!editing || !draft) {
    return (
      <h1 className="-mx-1.5 text-ticket">
        <button
          ref={button}
          type="button"
          onClick={begin}
          title={t("edit")}
          className="w-full cursor-text rounded-control px-1.5 py-0.5 text-start transition-colors [overflow-wrap:anywhere] hover:bg-hover"
        >
          {ticket.title}
        </button>
      </h1>
    );
  }
  return (
    <div className="-mx-1.5 grid text-ticket">
      {/* An unseen copy gives the field the height of its text, in every browser. */}
      <div
        aria-hidden
        className="invisible col-start-1 row-start-1 whitespace-pre-wrap px-1.5 py-0.5 [overflow-wrap:anywhere]"
      >
        {draft.text}{" "}
      </div>
      <textarea
        aria-label={t("label")}
        value={draft.text}
        onChange={({ target }) => setDraft({ ...draft, text: target.value })}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
        maxLength={limits.title}
        rows={1}
        // biome-ignore lint/a11y/noAutofocus: one has just pressed the title to write in it.
        autoFocus
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        className="col-start-1 row-start-1 resize-none overflow-hidden rounded-control bg-surface px-1.5 py-0.5 text-ink [overflow-wrap:anywhere]"
      />
    </div>
  );
}
