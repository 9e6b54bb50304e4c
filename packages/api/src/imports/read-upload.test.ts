import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";

import { readUpload } from "./read-upload";
import { UPLOAD_QUIET_MS } from "./upload-limits";

const CAP = 1000;
const never = new AbortController().signal;

async function read(body: AsyncIterable<Uint8Array>, { cap = CAP, signal = never } = {}) {
  const { head, bytes } = await readUpload({ body }, signal, cap);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return { head: head.toString(), text: Buffer.concat(chunks).toString() };
}

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test.each([1, 3, 1000])("a file arrives whole in pieces of %i, packed or not", async (size) => {
  const text = "Key,Summary\nAB-1,Grüße 😀\n";
  const plain = Buffer.from(text);
  expect(await read(pieces(plain, size))).toEqual({ head: text, text });
  expect(await read(pieces(gzipSync(plain), size))).toEqual({ head: text, text });
  expect(await read(pieces(new Uint8Array(), size))).toEqual({ head: "", text: "" });
});

test("the size is counted as sent, as announced and as unpacked", async () => {
  const large = Buffer.alloc(CAP + 1, "a");
  const tooLarge = expect.objectContaining({ status: 413 });
  await expect(read(pieces(large, 100))).rejects.toEqual(tooLarge);
  await expect(read(pieces(gzipSync(large), 100))).rejects.toEqual(tooLarge);
  const announced = { body: pieces(Buffer.from("a"), 1), contentLength: CAP + 1 };
  await expect(readUpload(announced, never, CAP)).rejects.toEqual(tooLarge);
  expect((await read(pieces(large.subarray(1), 100))).text).toHaveLength(CAP);
});

test("a damaged archive and text in another encoding are refused in words", async () => {
  const archive = gzipSync("Key,Summary\nAB-1,x\n");
  await expect(read(pieces(archive.subarray(0, -6), 7))).rejects.toThrow("damaged or cut short");
  await expect(read(pieces(Buffer.from("Key\ncaf\u00e9", "latin1"), 3))).rejects.toThrow(
    "not UTF-8",
  );
  await expect(read(pieces(Buffer.from("caf\u00e9").subarray(0, -1), 3))).rejects.toThrow(
    "not UTF-8",
  );
});

test("a refusal leaves the request open, so that it can be answered", async () => {
  const request = Readable.from(pieces(Buffer.alloc(5000, "a"), 100), { objectMode: false });
  await expect(read(request)).rejects.toMatchObject({ status: 413 });
  expect(request.destroyed).toBe(false);
});

test("a sender that goes quiet is waited for until the signal, and no longer", async () => {
  const patience = new AbortController();
  async function* quiet() {
    yield Buffer.from("Key");
    patience.abort(new Error("late"));
    await new Promise(() => {});
  }
  await expect(read(quiet(), { signal: patience.signal })).rejects.toThrow("late");
});

test("a sender that sends nothing for long is told so, and one who is slow is not", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    async function* slow(pauses: number[]) {
      for (const pause of pauses) {
        yield Buffer.from("Key");
        await vi.advanceTimersByTimeAsync(pause);
      }
    }
    const patient = UPLOAD_QUIET_MS - 1;
    expect((await read(slow([patient, patient, patient]))).text).toBe("KeyKeyKey");
    await expect(read(slow([patient, UPLOAD_QUIET_MS]))).rejects.toMatchObject({
      status: 408,
      message: expect.stringContaining("15 seconds"),
    });
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
