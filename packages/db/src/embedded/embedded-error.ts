/** Something the person at the terminal can put right; its message is a sentence for them. */
export class EmbeddedError extends Error {
  override name = "EmbeddedError";
}
