"use client";

import type { RouterOutputs } from "@slacky/api";
import { useMemo } from "react";

import { trpc } from "~/trpc/client";

import { useCurrentWorkspace } from "./current-workspace";

export type Member = RouterOutputs["members"]["list"]["items"][number];

/** All who ever belonged here, by id. `known` are those whom the page cannot wait for. */
export function useEveryone(known: Member[]): ReadonlyMap<string, Member> {
  const { id: workspaceId } = useCurrentWorkspace();
  const { data } = trpc.members.list.useQuery(
    { workspaceId, includeEnded: true },
    { placeholderData: { items: known }, staleTime: 60_000 },
  );
  const items = data?.items ?? known;
  return useMemo(() => new Map(items.map((member) => [member.userId, member])), [items]);
}
