const brand = Symbol.for("slacky.import-refusal");

/** The file as a whole cannot be taken. The message is for the person who sent it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly [brand] = true;
  readonly status: number;
  readonly line: number | undefined;

  constructor(message: string, { status = 400, line }: { status?: number; line?: number } = {}) {
    super(message);
    this.status = status;
    this.line = line;
  }
}

/** By brand: the class may be loaded twice in one process. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && brand in error;
}
