"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { TimeAgo } from "~/ui/time-ago";

import type { ActivityItem, MovesItem } from "./activity-items";
import { CommentCard } from "./comment-card";

type Props = {
  items: ActivityItem[];
  nameOf: (userId: string | null) => string;
  stateName: (key: string) => string;
  /** What stands where comments are still to be loaded. */
  gap: ReactNode;
};

export function ActivityList({ items, nameOf, stateName, gap }: Props) {
  return (
    <ol className="flex flex-col gap-3">
      {items.map((item) => (
        <li key={item.id}>
          {item.kind === "comment" && (
            <CommentCard comment={item.comment} author={nameOf(item.comment.authorId)} />
          )}
          {item.kind === "moves" && (
            <Moves item={item} name={nameOf(item.by)} stateName={stateName} />
          )}
          {item.kind === "gap" && gap}
        </li>
      ))}
    </ol>
  );
}

type MovesProps = { item: MovesItem; name: string; stateName: Props["stateName"] };

function Moves({ item, name, stateName }: MovesProps) {
  const t = useTranslations("tickets.activity");
  const names = item.path.map((key) => (key === null ? "" : stateName(key)));
  const from = names[0] ?? "";
  const to = names.at(-1) ?? "";
  const via = names.slice(1, -1).join(", ");
  return (
    <div className="flex gap-3 text-ink-2 text-meta">
      <span aria-hidden className="flex w-7 shrink-0 justify-center pt-1.25">
        <span className="size-1.5 rounded-full bg-line-strong" />
      </span>
      <p className="min-w-0 [overflow-wrap:anywhere]">
        {from === ""
          ? t("created", { name, to })
          : via === ""
            ? t("moved", { name, from, to })
            : t("movedOn", { name, from, via, to })}
        <span aria-hidden> · </span>
        <TimeAgo at={item.at} className="whitespace-nowrap text-ink-3 tabular-nums" />
      </p>
    </div>
  );
}
