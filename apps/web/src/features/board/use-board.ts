import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useEffect } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";

import { type Board, reconcile } from "./board-state";
import { readLane } from "./read-lane";

/** The board as the server last told it, read again whenever someone comes back to the window. */
export function useBoard(projectId: string, initial: Board) {
  const { id: workspaceId } = useCurrentWorkspace();
  const { client } = trpc.useUtils();
  const queryClient = useQueryClient();
  const input = { workspaceId, projectId };
  const queryKey = getQueryKey(trpc.tickets.board, input, "query");
  const shown = () => queryClient.getQueryData<Board>(queryKey);

  const { data, isError } = useQuery({
    queryKey,
    initialData: initial,
    refetchOnWindowFocus: "always",
    queryFn: async ({ signal }) => {
      const answer = await client.tickets.board.query(input, { signal });
      // As far down as someone has scrolled, or their place would be gone.
      const columns = await Promise.all(
        answer.columns.map((lane) => {
          const depth = shown()?.columns.find((one) => one.state === lane.state)?.items.length ?? 0;
          return readLane(client, input, lane, { depth, signal });
        }),
      );
      const board = { ...answer, columns };
      const before = shown();
      return before ? reconcile(before, board) : board;
    },
  });

  const update = (change: (board: Board) => Board) =>
    queryClient.setQueryData<Board>(queryKey, (board) => board && change(board));

  // A page that is visited again brings an answer of its own, and the cache has the one from before.
  useEffect(() => {
    update((board) => (initial.seq > board.seq ? reconcile(board, initial) : board));
  }, [initial]);

  return {
    board: data,
    /** The last attempt to read it failed: what is shown may be old. */
    stale: isError,
    update,
    refresh: () => queryClient.invalidateQueries({ queryKey }),
    reading: () => queryClient.isFetching({ queryKey }) > 0,
  };
}
