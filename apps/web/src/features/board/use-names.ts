import type { RouterOutputs } from "@slacky/api";
import { useMemo } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";

import type { Label } from "./board-context";

export type InitialNames = {
  members: RouterOutputs["members"]["list"];
  labels: RouterOutputs["labels"]["list"];
};

/** They seldom change, and a file that was imported can bring hundreds. */
const staleTime = 5 * 60_000;

/** Who and what the ids on the cards stand for, people who left included. */
export function useNames(initial: InitialNames) {
  const { id: workspaceId } = useCurrentWorkspace();
  const members = trpc.members.list.useQuery(
    { workspaceId, includeEnded: true },
    { initialData: initial.members, staleTime },
  ).data.items;
  const labels = trpc.labels.list.useQuery(
    { workspaceId },
    { initialData: initial.labels, staleTime },
  ).data.items;
  return useMemo(
    () => ({
      people: new Map(members.map(({ userId, name }) => [userId, name])),
      labels: new Map<string, Label>(labels.map((label) => [label.id, label])),
    }),
    [members, labels],
  );
}
