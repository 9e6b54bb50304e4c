import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import { Refusal } from "./refusal";
import { UPLOAD_BYTES, UPLOAD_QUIET_MS } from "./upload-limits";

export type Body = AsyncIterable<Uint8Array>;

const HEAD_BYTES = 4096;

/**
 * An upload's first bytes and all of them: unpacked when they begin as gzip does, counted while they
 * come. The request is left open on a refusal, so that it can be answered.
 */
export async function readUpload(
  { body, contentLength = 0 }: { body: Body; contentLength?: number },
  signal: AbortSignal,
  cap = UPLOAD_BYTES,
): Promise<{ head: Buffer; bytes: Body }> {
  if (contentLength > cap) throw tooLarge(cap);
  const sent = peekable(capped(whileSending(body, signal), cap));
  const [first, second] = await sent.peek(2);
  const packed = first === 0x1f && second === 0x8b;
  const plain = packed ? peekable(capped(gunzip(sent.all()), cap)) : sent;
  return { head: await plain.peek(HEAD_BYTES), bytes: utf8Only(plain.all()) };
}

/** Ends the wait for a sender that has gone or gone quiet, whatever the stream beneath does. */
async function* whileSending(body: Body, signal: AbortSignal): Body {
  // Never told to return: that would close the request, and with it the way of the answer.
  const reader = body[Symbol.asyncIterator]();
  let giveUp: (reason: unknown) => void = () => {};
  const onAbort = () => giveUp(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    for (;;) {
      signal.throwIfAborted();
      let quiet: ReturnType<typeof setTimeout> | undefined;
      const step = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
        giveUp = reject;
        quiet = setTimeout(() => reject(goneQuiet()), UPLOAD_QUIET_MS);
        reader.next().then(resolve, reject);
      }).finally(() => clearTimeout(quiet));
      if (step.done) return;
      yield step.value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

async function* capped(bytes: Body, cap: number): Body {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > cap) throw tooLarge(cap);
    yield chunk;
  }
}

function goneQuiet(): Refusal {
  return new Refusal(
    `Nothing more of the file came for ${UPLOAD_QUIET_MS / 1000} seconds, so it was given up. Nothing was imported.`,
    { status: 408 },
  );
}

function tooLarge(cap: number): Refusal {
  const size = `${Math.floor(cap / 1024 / 1024)} MB`;
  return new Refusal(`The file is larger than ${size} when unpacked. Export it in parts.`, {
    status: 413,
  });
}

/** The first bytes of a stream, looked at and put back. */
function peekable(bytes: Body) {
  const reader = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return {
    async peek(length: number): Promise<Buffer> {
      while (held.length < length) {
        const step = await reader.next();
        if (step.done) break;
        held = Buffer.concat([held, step.value]);
      }
      return held;
    },
    async *all(): Body {
      if (held.length > 0) yield held;
      for (let step = await reader.next(); !step.done; step = await reader.next()) yield step.value;
    },
  };
}

async function* gunzip(bytes: Body): Body {
  try {
    yield* pipeline(Readable.from(bytes), createGunzip(), () => {}) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code !== "string" || !code.startsWith("Z_")) throw error;
    throw new Refusal("The file is packed with gzip, but damaged or cut short.");
  }
}

/** Looks only: the parser decodes the bytes itself, and would put a question mark for each bad one. */
async function* utf8Only(bytes: Body): Body {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const check = (chunk?: Uint8Array) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new Refusal("The file is not UTF-8 text. Save it as CSV in UTF-8 and try again.");
    }
  };
  for await (const chunk of bytes) {
    check(chunk);
    yield chunk;
  }
  check();
}
