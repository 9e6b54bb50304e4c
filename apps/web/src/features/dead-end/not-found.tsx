import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { paths } from "~/lib/paths";
import { buttonStyles } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

/** The same words whether a thing is absent or belongs to others. */
export function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <EmptyState
      icon={<SearchX />}
      heading="h1"
      title={t("title")}
      action={
        <Link href={paths.home()} className={buttonStyles({ variant: "primary" })}>
          {t("action")}
        </Link>
      }
    >
      {t("body")}
    </EmptyState>
  );
}
