import { onlineManager, useMutationState } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";

import { writesKey } from "./writes";

export type SyncState = {
  kind: "saved" | "saving" | "offline" | "failed" | "stale";
  waiting: number;
};

/** Whether the server has everything that is shown, and whether this is everything it has. */
export function useSyncState(projectId: string, stale: boolean): SyncState {
  const online = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
    () => true,
  );
  const writes = useMutationState({
    filters: { mutationKey: writesKey(projectId) },
    select: (mutation) => mutation.state.status,
  });
  const waiting = writes.filter((status) => status === "pending").length;
  useLeaveWarning(waiting > 0);

  if (waiting > 0) return { kind: online ? "saving" : "offline", waiting };
  if (writes.at(-1) === "error") return { kind: "failed", waiting };
  return { kind: !online || stale ? "stale" : "saved", waiting };
}

function useLeaveWarning(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [active]);
}
