/** Says whether one more restart is sensible: after five within a minute it is not. */
export function restartBudget(now: () => number = Date.now): () => boolean {
  let recent: number[] = [];
  return () => {
    recent = [...recent.filter((at) => now() - at < 60_000), now()];
    return recent.length <= 5;
  };
}
