import { expect, test } from "vitest";

import { limits } from "../shared/limits";
import { assertRelatable, endsOf } from "./relation-rules";

test("what reads alike both ways is kept one way", () => {
  expect([endsOf("relates", "b", "a"), endsOf("relates", "a", "b")]).toEqual(
    Array(2).fill({ fromId: "a", toId: "b" }),
  );
  expect(endsOf("blocks", "b", "a")).toEqual({ fromId: "b", toId: "a" });
});

test("two tickets do not block each other, but may be more than one thing to each other", () => {
  const blocks = { kind: "blocks", fromId: "a", toId: "b" } as const;
  expect(() => assertRelatable(blocks, [{ ...blocks, kind: "duplicates" }])).not.toThrow();
  expect(() => assertRelatable(blocks, [{ kind: "blocks", fromId: "b", toId: "a" }])).toThrow(
    expect.objectContaining({ details: { code: "relation_reversed" } }),
  );
});

test("a ticket has its most relations on whichever end it stands", () => {
  const many = Array.from({ length: limits.relationsPerTicket }, (_, i) => ({
    ...{ kind: "relates" as const, fromId: i % 2 ? "b" : `x${i}`, toId: i % 2 ? `x${i}` : "b" },
  }));
  const fresh = { kind: "blocks", fromId: "a", toId: "b" } as const;
  expect(() => assertRelatable(fresh, many.slice(1))).not.toThrow();
  expect(() => assertRelatable(fresh, many)).toThrow(
    expect.objectContaining({ details: { code: "too_many_relations", ticketId: "b" } }),
  );
});
