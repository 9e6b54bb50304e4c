const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How many calls one key may make within so many seconds. `RATE_LIMIT_FACTOR` multiplies `most`. */
export type Limit = { most: number; seconds: number };

/** Every limit there is. A call counts in one of the first two, and in those that its path names. */
export const limits = {
  user: { most: 1200, seconds: MINUTE },
  stranger: { most: 120, seconds: MINUTE },
  signInToAccount: { most: 10, seconds: 15 * MINUTE },
  signInFromAddress: { most: 50, seconds: 15 * MINUTE },
  passwordAgain: { most: 10, seconds: 15 * MINUTE },
  register: { most: 100, seconds: HOUR },
  invite: { most: 60, seconds: HOUR },
  verifyAudit: { most: 6, seconds: MINUTE },
  import: { most: 20, seconds: HOUR },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** One call under one limit, counted for `key`. */
export type Take = { limit: LimitName; key: string };
