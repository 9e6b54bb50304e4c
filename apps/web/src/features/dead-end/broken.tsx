"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

export type BrokenProps = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed to render. The reference finds the failure in the server's log. */
export function Broken({ error, reset }: BrokenProps) {
  const t = useTranslations("common");
  return (
    <EmptyState
      icon={<TriangleAlert />}
      heading="h1"
      title={t("broken.title")}
      action={
        <Button variant="primary" onClick={reset}>
          {t("tryAgain")}
        </Button>
      }
    >
      {t("broken.body")}
      {error.digest && (
        <span className="mt-2 block font-mono text-ink-3 text-meta">
          {t("broken.reference", { id: error.digest })}
        </span>
      )}
    </EmptyState>
  );
}
