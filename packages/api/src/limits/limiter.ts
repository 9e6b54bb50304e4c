import type { Take } from "./limits";

/** Counts calls. Answers null when they may go on, or the seconds after which to try again. */
export type Limiter = { take(takes: Take[]): Promise<number | null> };
