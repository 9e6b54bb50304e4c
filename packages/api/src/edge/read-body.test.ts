import { describe, expect, test } from "vitest";

import { readBody } from "./read-body";

async function* pieces(...texts: (string | Uint8Array)[]) {
  for (const text of texts) yield typeof text === "string" ? Buffer.from(text) : text;
}

describe("a body", () => {
  test("is joined from its pieces", async () => {
    expect(await readBody(pieces('{"a":', "1}"))).toEqual({ text: '{"a":1}' });
  });

  test("may be cut inside a character", async () => {
    const [first, second] = [
      Buffer.from("\u20ac").subarray(0, 1),
      Buffer.from("\u20ac").subarray(1),
    ];
    expect(await readBody(pieces(first, second))).toEqual({ text: "\u20ac" });
  });

  test("may be missing", async () => {
    expect(await readBody(null)).toEqual({ text: "" });
  });

  test("over a megabyte is refused as it comes, without reading to its end", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 100_000;
        yield Buffer.alloc(100_000, " ");
      }
    }
    expect(await readBody(endless())).toMatchObject({ refusal: { status: 413 } });
    expect(given).toBe(1_100_000);
  });

  test("that never ends is refused", async () => {
    async function* silent() {
      yield Buffer.from("{");
      await new Promise(() => {});
    }
    expect(await readBody(silent(), 1)).toMatchObject({ refusal: { status: 408 } });
  });

  test("that is not text is refused", async () => {
    expect(await readBody(pieces(Buffer.from([0xc3, 0x28])))).toMatchObject({
      refusal: { status: 400 },
    });
  });

  test("nested too deep is refused before anything parses it", async () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(await readBody(pieces(nested(20)))).toHaveProperty("text");
    expect(await readBody(pieces(nested(21)))).toMatchObject({ refusal: { status: 400 } });
    expect(await readBody(pieces('{"a":'.repeat(100_000)))).toMatchObject({
      refusal: { status: 400 },
    });
  });

  test("may hold as many brackets as it likes inside a text", async () => {
    expect(
      await readBody(pieces(JSON.stringify({ text: `\\"${"[".repeat(1000)}` }))),
    ).toHaveProperty("text");
  });

  test("may be wide: only depth counts", async () => {
    expect(await readBody(pieces(`[${"[],".repeat(1000)}[]]`))).toHaveProperty("text");
  });
});
