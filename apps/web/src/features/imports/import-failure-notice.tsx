"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

import { paths } from "~/lib/paths";
import { linkStyles } from "~/ui/link-styles";

import type { ImportFailure } from "./import-answer";

/** Why a file was not taken, and where in it. */
export function ImportFailureNotice({ failure }: { failure: ImportFailure }) {
  const t = useTranslations("imports.failed");
  const common = useTranslations("common");
  const pathname = usePathname();
  const { kind, line, column } = failure;
  return (
    <div
      role="alert"
      className="flex flex-col gap-1 rounded-card border border-danger-ink bg-surface px-3 py-2.5"
    >
      <p className="font-semibold">{t("title")}</p>
      <p className="[overflow-wrap:anywhere]">{kind === "refused" ? failure.message : t(kind)}</p>
      {line !== undefined && (
        <p className="text-ink-2 text-meta tabular-nums">
          {column === undefined ? t("line", { line }) : t("lineColumn", { line, column })}
        </p>
      )}
      {kind === "signedOut" && (
        <p>
          <Link href={paths.signIn(pathname)} className={linkStyles}>
            {common("signIn")}
          </Link>
        </p>
      )}
    </div>
  );
}
