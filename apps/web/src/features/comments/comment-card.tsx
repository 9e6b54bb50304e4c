"use client";

import { useTranslations } from "next-intl";

import { Avatar } from "~/ui/avatar";
import { Markdown } from "~/ui/markdown";
import { TimeAgo } from "~/ui/time-ago";

import type { Comment } from "./activity-items";

/** One comment. Its time is its address. */
export function CommentCard({ comment, author }: { comment: Comment; author: string }) {
  const t = useTranslations("tickets.activity");
  const anchor = `comment-${comment.id}`;
  return (
    <article
      id={anchor}
      aria-label={t("commented", { name: author })}
      className="group flex scroll-mt-14 gap-3"
    >
      <span className="pt-1">
        <Avatar name={author} id={comment.authorId ?? author} size={28} />
      </span>
      <div className="min-w-0 grow rounded-card border border-line bg-surface px-3 py-2 group-target:border-accent">
        <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-meta">
          <span className="font-semibold text-ink text-ui">{author}</span>
          <a href={`#${anchor}`} className="rounded-chip text-ink-3 tabular-nums hover:underline">
            <span className="sr-only">{t("permalink")}, </span>
            <TimeAgo at={comment.createdAt} />
          </a>
          {comment.editedAt && <span className="text-ink-3">{t("edited")}</span>}
        </p>
        <Markdown>{comment.body}</Markdown>
      </div>
    </article>
  );
}
