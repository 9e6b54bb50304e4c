import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";

import { conflictOf, keepMine } from "./conflict";

function refused(reason: object) {
  return TRPCClientError.from({
    error: { message: "No", code: -32009, data: { code: "CONFLICT", httpStatus: 409, reason } },
  } as never);
}

const title = { yours: "Mine", theirs: "Hers" };

test("a stale edit tells both texts, and keeping mine builds on the newer version", () => {
  const conflict = conflictOf(refused({ code: "stale_version", version: 7, fields: { title } }));
  expect(conflict).toEqual({ version: 7, fields: [{ name: "title", ...title }] });
  expect(conflict && keepMine(conflict)).toEqual({ patch: { title: "Mine" }, seen: 7 });
});

test("any other refusal is no conflict of two texts", () => {
  expect(conflictOf(refused({ code: "illegal_transition", from: "open" }))).toBeNull();
  expect(conflictOf(new Error("offline"))).toBeNull();
});
