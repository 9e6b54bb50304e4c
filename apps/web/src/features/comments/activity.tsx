"use client";

import type { RouterOutputs } from "@slacky/api";
import { can } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { type Member, useEveryone } from "~/lib/everyone";
import { useProjects } from "~/lib/projects";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { Button } from "~/ui/button";
import { toast } from "~/ui/toaster";

import { activityItems, type Comment } from "./activity-items";
import { ActivityList } from "./activity-list";
import { CommentComposer } from "./comment-composer";
import { useComments } from "./use-comments";

type Props = {
  ticketId: string;
  projectId: string;
  initial: {
    history: RouterOutputs["tickets"]["history"];
    comments: RouterOutputs["comments"]["list"];
    people: Member[];
  };
};

/** What happened to a ticket and what was said about it, oldest first; at its foot one adds to it. */
export function Activity({ ticketId, projectId, initial }: Props) {
  const t = useTranslations("tickets");
  const explain = useErrorMessage();
  const { id: workspaceId, role } = useCurrentWorkspace();
  const everyone = useEveryone(initial.people);
  const states = useProjects().find((project) => project.id === projectId)?.states ?? [];
  const [added, setAdded] = useState<Comment[]>([]);

  const history = trpc.tickets.history.useQuery(
    { workspaceId, ticket: ticketId },
    { initialData: initial.history },
  );
  const comments = useComments(ticketId, initial.comments);

  async function showMore() {
    const { error } = await comments.fetchNextPage();
    if (error) toast.error(explain(error));
  }

  const items = activityItems(
    history.data.items,
    comments.data.pages.flatMap((page) => page.items),
    added,
    comments.hasNextPage,
  );
  return (
    <section aria-labelledby="activity-heading" className="flex flex-col gap-4">
      <h2 id="activity-heading" className="text-title">
        {t("activity.heading")}
      </h2>
      <ActivityList
        items={items}
        nameOf={(userId) =>
          (userId === null ? undefined : everyone.get(userId)?.name) ?? t("activity.someone")
        }
        stateName={(key) => states.find((state) => state.key === key)?.name ?? key}
        gap={
          <Button
            variant="ghost"
            busy={comments.isFetchingNextPage}
            onClick={() => void showMore()}
          >
            {t("activity.showComments")}
          </Button>
        }
      />
      {can(role, "comment.add") ? (
        <CommentComposer
          ticketId={ticketId}
          onAdded={(comment) => setAdded((known) => [...known, comment])}
        />
      ) : (
        <p className="text-ink-2 text-meta">{t("comment.reason")}</p>
      )}
    </section>
  );
}
