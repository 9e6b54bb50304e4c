import { type Limit, type LimitName, limits } from "./limits";

/** A limit as this installation has it. One call is always allowed. */
export function scaled(name: LimitName, factor: number): Limit {
  const { most, seconds } = limits[name];
  return { most: Math.max(1, Math.round(most * factor)), seconds };
}
