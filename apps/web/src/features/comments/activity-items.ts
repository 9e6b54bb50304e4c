import type { RouterOutputs } from "@slacky/api";

export type Comment = Pick<
  RouterOutputs["comments"]["list"]["items"][number],
  "id" | "authorId" | "body" | "createdAt" | "editedAt"
>;
export type Move = RouterOutputs["tickets"]["history"]["items"][number];

export type MovesItem = {
  kind: "moves";
  id: string;
  by: string | null;
  at: string;
  /** The states gone through; the first is null where the ticket was created. */
  path: (string | null)[];
};
export type CommentItem = { kind: "comment"; id: string; at: string; comment: Comment };
/** The place of comments that are not loaded yet. */
export type GapItem = { kind: "gap"; id: string };

export type ActivityItem = MovesItem | CommentItem | GapItem;

const ONE_STRETCH_MS = 10 * 60_000;

/**
 * What happened, oldest first. What one person moved within ten minutes, with nothing in between, is
 * one entry. `added` are comments of one's own, which may lie beyond the ones loaded.
 */
export function activityItems(
  history: Move[],
  comments: Comment[],
  added: Comment[],
  hasMore: boolean,
): ActivityItem[] {
  const loaded = new Set(comments.map((comment) => comment.id));
  const last = comments.at(-1)?.createdAt;
  const moves = history.map(toItem);
  // Until all comments are here, only what lies before the last one is known to be complete.
  const beforeGap = (item: { at: string }) => !hasMore || last === undefined || item.at <= last;

  const first = merge([...moves.filter(beforeGap), ...comments.map(toCommentItem)]);
  const rest = merge([
    ...moves.filter((item) => !beforeGap(item)),
    ...added.filter((comment) => !loaded.has(comment.id)).map(toCommentItem),
  ]);
  return hasMore ? [...first, { kind: "gap", id: "gap" }, ...rest] : [...first, ...rest];
}

function merge(items: (MovesItem | CommentItem)[]): ActivityItem[] {
  const merged: (MovesItem | CommentItem)[] = [];
  for (const item of items.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const before = merged.at(-1);
    if (item.kind === "moves" && before?.kind === "moves" && follows(before, item)) {
      merged[merged.length - 1] = {
        ...before,
        at: item.at,
        path: [...before.path, ...item.path.slice(1)],
      };
    } else merged.push(item);
  }
  return merged;
}

function follows(before: MovesItem, item: MovesItem): boolean {
  return (
    before.path[0] !== null &&
    before.by === item.by &&
    Date.parse(item.at) - Date.parse(before.at) <= ONE_STRETCH_MS
  );
}

const toItem = ({ seq, from, to, by, at }: Move): MovesItem => ({
  kind: "moves",
  id: `move-${seq}`,
  by,
  at,
  path: [from, to],
});

const toCommentItem = (comment: Comment): CommentItem => ({
  kind: "comment",
  id: comment.id,
  at: comment.createdAt,
  comment,
});
