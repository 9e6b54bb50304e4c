import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Wordmark } from "~/ui/wordmark";

type Props = { title: string; lead?: string; footer?: ReactNode; children: ReactNode };

/** The page of one form: signing in, registering, naming a workspace. */
export function AuthCard({ title, lead, footer, children }: Props) {
  const t = useTranslations("common");
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(24px,14dvh)] pb-10">
      <div className="w-full max-w-90">
        <Wordmark name={t("productName")} />
        <h1 className="mt-8 text-ink text-ticket">{title}</h1>
        {lead && <p className="mt-1 text-body text-ink-2">{lead}</p>}
        <div className="mt-6">{children}</div>
        {footer && <p className="mt-6 text-body text-ink-2">{footer}</p>}
      </div>
    </main>
  );
}
