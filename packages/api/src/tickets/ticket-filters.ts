import { ticketLabels, tickets } from "@slacky/db/schema";
import { type Priority, priorities } from "@slacky/db/vocabulary";
import { and, eq, isNull, sql } from "drizzle-orm";

export type TicketFilters = {
  assigneeId?: string | null | undefined;
  labelId?: string | undefined;
  priority?: Priority | undefined;
  parentId?: string | undefined;
};

/** What a list or a board is narrowed to. A null assignee asks for tickets that nobody has. */
export function ticketFilters({ assigneeId, labelId, priority, parentId }: TicketFilters) {
  return and(
    assigneeId === undefined
      ? undefined
      : assigneeId === null
        ? isNull(tickets.assigneeId)
        : eq(tickets.assigneeId, assigneeId),
    priority ? eq(tickets.priority, priorities.indexOf(priority)) : undefined,
    parentId ? eq(tickets.parentId, parentId) : undefined,
    labelId
      ? sql`exists (select 1 from ${ticketLabels}
        where ${ticketLabels.workspaceId} = ${tickets.workspaceId}
          and ${ticketLabels.labelId} = ${labelId} and ${ticketLabels.ticketId} = ${tickets.id})`
      : undefined,
  );
}
