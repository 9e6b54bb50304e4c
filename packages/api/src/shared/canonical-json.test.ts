import fc from "fast-check";
import { expect, test } from "vitest";

import { canonicalJson } from "./canonical-json";

test("does not depend on the order of names, at any depth", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe(
    '{"a":"x","b":[{"c":null,"d":1}]}',
  );
});

test("keeps the order of a list, which means something", () => {
  expect(canonicalJson([2, 1])).toBe("[2,1]");
});

test("keeps a name that objects have a meaning for", () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":1}}'))).toBe(
    '{"__proto__":{"a":1},"b":1}',
  );
});

test("is JSON of the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value) ?? "")).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
