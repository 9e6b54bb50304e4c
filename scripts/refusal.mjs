/** Something the person at the terminal can put right; its message is a sentence for them. */
export class Refusal extends Error {
  /** @override */
  name = "Refusal";
}

/** Everything was told to stop: not a failure, but nothing goes on. */
export class Stopped extends Error {
  /** @override */
  name = "Stopped";
}
