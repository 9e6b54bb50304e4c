"use client";

import { useTranslations } from "next-intl";

import { Button } from "~/ui/button";

type Props = { onContinue: () => void; onDiscard: () => void };

/** Says that a draft from an earlier visit is here. */
export function UnsavedNotice({ onContinue, onDiscard }: Props) {
  const t = useTranslations("tickets.description");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-line bg-selected px-3 py-2">
      <p className="min-w-0 grow text-ui">{t("unsaved")}</p>
      <Button size="sm" onClick={onContinue}>
        {t("continue")}
      </Button>
      <Button size="sm" variant="ghost" onClick={onDiscard}>
        {t("discard")}
      </Button>
    </div>
  );
}
