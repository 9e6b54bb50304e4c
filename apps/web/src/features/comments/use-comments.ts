"use client";

import type { RouterOutputs } from "@slacky/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";

type Page = RouterOutputs["comments"]["list"];

/** A ticket's comments, oldest first, page by page. `first` is the page that the server sent along. */
export function useComments(ticketId: string, first: Page) {
  const { client } = trpc.useUtils();
  const { id: workspaceId } = useCurrentWorkspace();
  const input = { workspaceId, ticketId };
  return useInfiniteQuery({
    queryKey: getQueryKey(trpc.comments.list, input, "infinite"),
    // tRPC's own hook sends a `direction` along, and the API refuses fields that it does not know.
    queryFn: ({ pageParam: cursor, signal }) =>
      client.comments.list.query({ ...input, cursor }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    initialData: { pages: [first], pageParams: [null] },
  });
}
