import { setTimeout as sleep } from "node:timers/promises";
import { isUniqueViolation, sqlState } from "@slacky/db";

const ATTEMPTS = 4;

/**
 * Runs a whole transaction again when the database chose it as a victim, or when two cards drew the
 * same rank. Nothing else is repeated: a lock that stays busy has already waited its time.
 */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS - 1; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !mayPass(error)) throw error;
      await sleep(Math.random() * 20);
    }
  }
}

function mayPass(error: unknown): boolean {
  const state = sqlState(error);
  return (
    state === "40001" || state === "40P01" || isUniqueViolation(error, "tickets_lane_rank_live_key")
  );
}
