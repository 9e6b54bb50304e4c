"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Avatar } from "~/ui/avatar";
import { TimeAgo } from "~/ui/time-ago";

import { useTicketScreen } from "./ticket-context";

/** What nobody edits: who reported it, and when it came and changed. */
export function TicketFacts() {
  const t = useTranslations("tickets.fields");
  const { ticket, everyone } = useTicketScreen();
  const reporter = ticket.reporterId === null ? undefined : everyone.get(ticket.reporterId);
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-meta lg:mt-2 lg:flex-col lg:border-line lg:border-t lg:pt-2">
      <Fact label={t("reporter")}>
        {reporter && <Avatar name={reporter.name} id={reporter.userId} />}
        <span className="truncate">{reporter?.name ?? t("unknownPerson")}</span>
      </Fact>
      <Fact label={t("created")}>
        <TimeAgo at={ticket.createdAt} />
      </Fact>
      <Fact label={t("updated")}>
        <TimeAgo at={ticket.updatedAt} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-6 min-w-0 items-center gap-1.5 lg:gap-0">
      <dt className="shrink-0 text-ink-3 lg:w-22">{label}</dt>
      <dd className="flex min-w-0 items-center gap-2 text-ink-2 tabular-nums lg:px-2">
        {children}
      </dd>
    </div>
  );
}
