"use client";

import { can } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { type Member, useEveryone } from "~/lib/everyone";
import { useProjects } from "~/lib/projects";
import { trpc } from "~/trpc/client";

import { AssigneeField } from "./assignee-field";
import { ConflictNotice } from "./conflict-notice";
import { DueField } from "./due-field";
import { LabelsField } from "./labels-field";
import { PriorityField } from "./priority-field";
import { StateField } from "./state-field";
import { TicketBar } from "./ticket-bar";
import { type Label, TicketScreenProvider } from "./ticket-context";
import { TicketDescription } from "./ticket-description";
import type { Ticket } from "./ticket-edits";
import { TicketFacts } from "./ticket-facts";
import { TicketTitle } from "./ticket-title";
import { useEditTicket } from "./use-edit-ticket";
import { useTicket } from "./use-ticket";

type Props = {
  initial: { ticket: Ticket; labels: Label[]; people: Member[] };
  /** What happened to it and what was said about it. */
  activity: ReactNode;
};

const REASON_ID = "ticket-read-only";

/** One ticket: its text with what happened below, and its facts beside. */
export function TicketPage({ initial, activity }: Props) {
  const t = useTranslations("tickets");
  const { id: workspaceId, role } = useCurrentWorkspace();
  const { ticket, pending } = useTicket(initial.ticket);
  const { edit, conflict, settle } = useEditTicket(ticket.id);
  const everyone = useEveryone(initial.people);
  const project = useProjects().find((one) => one.id === ticket.projectId);
  const labels = trpc.labels.list.useQuery(
    { workspaceId },
    { initialData: { items: initial.labels } },
  ).data.items;
  const mayEdit = can(role, "ticket.update");
  // A ticket's project is in the layout's list, unless it was made a moment ago: then the list is on its way.
  if (!project) return null;

  return (
    <TicketScreenProvider
      value={{
        ticket,
        project,
        everyone,
        labels,
        mayEdit,
        reasonId: REASON_ID,
        edit: (patch, seen = ticket.version) => edit({ patch, seen }),
        conflict,
        settle,
      }}
    >
      <TicketBar saving={pending.length > 0} />
      <div className="mx-auto grid w-full max-w-282 gap-x-10 gap-y-5 p-4 lg:grid-cols-[minmax(0,45rem)_17rem] lg:justify-center lg:p-6">
        <div className="flex min-w-0 flex-col gap-3">
          {conflict && <ConflictNotice conflict={conflict} />}
          <TicketTitle />
          {!mayEdit && (
            <p id={REASON_ID} className="text-ink-2 text-meta">
              {t("readOnly")}
            </p>
          )}
        </div>
        <aside
          aria-label={t("fields.heading")}
          className="flex min-w-0 flex-row flex-wrap gap-2 lg:row-span-2 lg:flex-col lg:flex-nowrap lg:gap-0.5"
        >
          <StateField />
          <PriorityField />
          <AssigneeField />
          <LabelsField />
          <DueField />
          <TicketFacts />
        </aside>
        <div className="flex min-w-0 flex-col gap-8">
          <TicketDescription />
          {activity}
        </div>
      </div>
    </TicketScreenProvider>
  );
}
