/** How much is done. The whole stays under six minutes, a quick one under one. */
export type Plan = {
  tickets: number;
  rounds: number;
  clients: number[];
  /** Each measurement ends at whichever comes first. */
  slotMs: number;
  slotCalls: number;
  warmUpMs: number;
  /** No further round is begun after it. */
  lastStartMs: number;
  deepPages: number;
};

const full: Plan = {
  tickets: 100_000,
  rounds: 5,
  clients: [1, 16, 64],
  slotMs: 1200,
  slotCalls: 20_000,
  warmUpMs: 300,
  lastStartMs: 240_000,
  deepPages: 200,
};

const quick: Plan = {
  ...full,
  rounds: 2,
  slotMs: 250,
  warmUpMs: 50,
  lastStartMs: 24_000,
  deepPages: 50,
};

export const readPlan = (args: string[]): Plan => (args.includes("--quick") ? quick : full);
