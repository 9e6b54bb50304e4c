import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** Halvings of the gap: two drops at one moment share a rank once in a billion. */
const JITTER_BITS = 30;

/**
 * A place between two ranks; null is the end of the lane. A random spot of the gap, so that two who
 * drop into it at once get two ranks without waiting for each other. `bits` answers 0 or 1 at random.
 */
export function rankBetween(
  before: string | null,
  after: string | null,
  bit: () => boolean = randomBit,
): string {
  let [low, high] = gap(before, after);
  for (let i = 0; i < JITTER_BITS; i++) {
    const middle = generateKeyBetween(low, high);
    if (bit()) low = middle;
    else high = middle;
  }
  return generateKeyBetween(low, high);
}

/** At an open end a whole step of its own: halving towards the last card would grow each key. */
function gap(before: string | null, after: string | null): [string, string] {
  if (before !== null && after !== null) return [before, after];
  const step = generateKeyBetween(before, after);
  return after === null
    ? [step, generateKeyBetween(step, null)]
    : [generateKeyBetween(null, step), step];
}

/** `count` ranks in ascending order, for a lane that is filled at once. */
export function spreadRanks(count: number, after: string | null = null): string[] {
  return generateNKeysBetween(after, null, count);
}

const randomBit = () => Math.random() < 0.5;
