import { isUtf8 } from "node:buffer";

import { refuseDepth, tooLarge } from "./check-call";
import { BODY_DEADLINE_MS, MAX_CALL_BYTES } from "./limits";
import type { Refusal } from "./refusal";

type Body = { text: string } | { refusal: Refusal };

/**
 * A call's body as text, counted while it comes in. Where it is refused the rest stays unread. Give
 * it chunks whose end leaves the stream open, so that the answer can still be sent.
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array> | null,
  deadlineMs = BODY_DEADLINE_MS,
): Promise<Body> {
  const read: Uint8Array[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, deadlineMs, "late");
  });
  const reader = chunks?.[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await Promise.race([reader?.next(), late]);
      if (step === "late") return { refusal: tooLate };
      if (!step || step.done) return decode(Buffer.concat(read));
      size += step.value.byteLength;
      if (size > MAX_CALL_BYTES) return { refusal: tooLarge };
      read.push(step.value);
    }
  } finally {
    clearTimeout(timer);
    // Lets go of the stream. Not awaited: behind a read that hangs, it would hang too.
    reader?.return?.().catch(() => {});
  }
}

const tooLate: Refusal = { status: 408, message: "The body took too long to arrive" };

function decode(bytes: Buffer): Body {
  if (!isUtf8(bytes)) return { refusal: { status: 400, message: "The body is not UTF-8" } };
  const text = bytes.toString();
  const refusal = refuseDepth(text);
  return refusal ? { refusal } : { text };
}
