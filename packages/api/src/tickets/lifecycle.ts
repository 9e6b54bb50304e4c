import { conflict } from "../shared/domain-error";

type Move = { from: string; to: string };
type NamedState = { key: string; name: string };
export type Lanes = { states: readonly NamedState[]; transitions: readonly Move[] };

/** The states that may follow `from`, in the order of the workflow. */
export function allowedTargets({ states, transitions }: Lanes, from: string): string[] {
  const targets = new Set(transitions.filter((move) => move.from === from).map((move) => move.to));
  return states.map((state) => state.key).filter((key) => targets.has(key));
}

export function canTransition(lanes: Lanes, from: string, to: string): boolean {
  return allowedTargets(lanes, from).includes(to);
}

/** Throws `illegal_transition`, saying what would be allowed, unless the workflow lists the move. */
export function assertTransition(lanes: Lanes, from: string, to: string): void {
  const allowed = allowedTargets(lanes, from);
  if (allowed.includes(to)) return;
  throw conflict("illegal_transition", refusal(lanes, from, to), { from, to, allowed });
}

/** Why a move is refused, in words for a person. */
export function refusal(lanes: Lanes, from: string, to: string): string {
  const nameOf = (key: string) => lanes.states.find((state) => state.key === key)?.name ?? key;
  if (from === to) return `The ticket is in ${nameOf(to)} already`;
  const allowed = allowedTargets(lanes, from).map(nameOf);
  const next =
    allowed.length === 0 ? "it stays where it is" : `from there it goes to ${allowed.join(" or ")}`;
  return `A ticket in ${nameOf(from)} cannot go to ${nameOf(to)}: ${next}`;
}
