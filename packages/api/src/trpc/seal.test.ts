import { expect, test } from "vitest";

import { seal, unseal } from "./seal";

test("what was sealed comes back", () => {
  expect(unseal("secret", "ana", seal("secret", "ana", "grüezi"))).toBe("grüezi");
});

test("under another secret or label it does not", () => {
  const sealed = seal("secret", "ana", "hello");
  expect(() => unseal("other", "ana", sealed)).toThrow();
  expect(() => unseal("secret", "ben", sealed)).toThrow();
});

test("with any byte altered it does not", () => {
  const sealed = Buffer.from(seal("secret", "ana", "hello"), "base64url");
  for (let i = 0; i < sealed.length; i++) {
    const altered = Buffer.from(sealed);
    altered[i]! ^= 1;
    expect(() => unseal("secret", "ana", altered.toString("base64url"))).toThrow();
  }
});

test("the same text is never sealed the same way twice", () => {
  expect(seal("secret", "ana", "hello")).not.toBe(seal("secret", "ana", "hello"));
});
