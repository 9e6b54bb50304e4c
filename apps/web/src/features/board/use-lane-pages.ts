import { useEffect, useEffectEvent, useRef, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { trpc } from "~/trpc/client";

import { append, type Lane } from "./board-state";
import { readPage } from "./read-lane";
import type { useBoard } from "./use-board";

const PAGE = 50;

/** Reads a lane on while its end, marked by `end`, is near the part in sight. */
export function useLanePages(
  projectId: string,
  { state, nextCursor }: Lane,
  update: ReturnType<typeof useBoard>["update"],
) {
  const { id: workspaceId } = useCurrentWorkspace();
  const { client } = trpc.useUtils();
  const end = useRef<HTMLDivElement>(null);
  const reading = useRef<string>(null);
  const [failed, setFailed] = useState(false);

  async function readOn() {
    const cursor = nextCursor;
    if (!cursor || reading.current === cursor) return;
    reading.current = cursor;
    setFailed(false);
    try {
      const where = { workspaceId, projectId };
      const page = await readPage(client, where, { state, cursor, limit: PAGE });
      update((board) => append(board, state, cursor, page));
    } catch {
      setFailed(true);
    } finally {
      reading.current = null;
    }
  }

  const onNear = useEffectEvent((marker: Element) => {
    // A card that landed at the end stays in sight: reading on waits for whoever looks at it.
    if (!marker.parentElement?.querySelector("[data-landed]:last-child")) void readOn();
  });
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && onNear(entry.target),
      // Beyond the lane's own box only its scroll container's margin counts.
      { root: end.current.closest("[data-lane-scroll]"), rootMargin: "800px 0px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [nextCursor]);

  return { end, failed, readOn };
}
