/** An answer that Slacky did not write: a proxy's page, or another program at this address. */
export class ForeignAnswer extends Error {
  override readonly name = "ForeignAnswer";
  readonly response: Response;

  constructor(response: Response) {
    super(`${response.status} ${response.statusText}: not an answer of Slacky's`);
    this.response = response;
  }
}

/** The answer, where it is JSON; what it says is read later. */
export function assertAnswer(response: Response): Response {
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("application/json")) throw new ForeignAnswer(response);
  return response;
}
