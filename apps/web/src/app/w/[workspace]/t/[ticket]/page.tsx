import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";

import { Activity } from "~/features/comments/activity";
import { TicketPage } from "~/features/tickets/ticket-page";
import { api } from "~/trpc/server";
import { workspaceBySlug } from "~/trpc/workspace";

type Props = PageProps<"/w/[workspace]/t/[ticket]">;

/** The ticket of an address. Once a request. */
const ticketAt = cache(async (slug: string, ticket: string) => {
  const { id: workspaceId } = await workspaceBySlug(slug);
  try {
    return await (await api()).tickets.get({ workspaceId, ticket });
  } catch (error) {
    // What is no key of a ticket leads to no ticket.
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, ticket } = await params;
  const { key, title } = await ticketAt(workspace, ticket);
  return { title: `${key} ${title}` };
}

export default async function Ticket({ params }: Props) {
  const { workspace: slug, ticket: name } = await params;
  const { id: workspaceId } = await workspaceBySlug(slug);
  const ticket = await ticketAt(slug, name);
  const caller = await api();
  const at = { workspaceId, ticketId: ticket.id };
  const [history, comments, labels, everyone] = await Promise.all([
    caller.tickets.history({ workspaceId, ticket: ticket.id }),
    caller.comments.list(at),
    caller.labels.list({ workspaceId }),
    caller.members.list({ workspaceId, includeEnded: true }),
  ]);

  // An import may bring hundreds of people; the page waits only for those it names.
  const named = new Set([
    ticket.assigneeId,
    ticket.reporterId,
    ...history.items.map((move) => move.by),
    ...comments.items.map((comment) => comment.authorId),
  ]);
  const people = everyone.items.filter(({ userId, endedAt }) => !endedAt || named.has(userId));
  return (
    <TicketPage
      key={ticket.id}
      initial={{ ticket, labels: labels.items, people }}
      activity={
        <Activity
          ticketId={ticket.id}
          projectId={ticket.projectId}
          initial={{ history, comments, people }}
        />
      }
    />
  );
}
