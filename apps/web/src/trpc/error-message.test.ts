import { TRPCClientError } from "@trpc/client";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";

import { messages } from "../i18n/messages";
import { errorMessage } from "./error-message";
import { failureOf } from "./failure";

const t = createTranslator({ locale: "en", messages, namespace: "common.errors" });

const answered = (data: object, message = "from the server") =>
  TRPCClientError.from({ error: { code: -32600, message, data } } as never);

describe("the words for a failure", () => {
  test("are the server's own where it says why", () => {
    const error = answered(
      { code: "CONFLICT", reason: { code: "already_member" } },
      "Ana is a member already",
    );
    expect(errorMessage(error, t)).toBe("Ana is a member already");
  });

  test("name the field of refused input, and never repeat the validator", () => {
    const error = answered(
      { code: "BAD_REQUEST", fields: { title: ["Too big: expected string to have <=500"] } },
      "title: Too big: expected string to have <=500",
    );
    expect(errorMessage(error, t)).toBe("That was not accepted. Check “title” and try again.");
  });

  test("say that no answer came when none did", () => {
    const error = TRPCClientError.from(new TypeError("Failed to fetch"));
    expect(errorMessage(error, t)).toBe(t("offline"));
    expect(failureOf(error).code).toBe("OFFLINE");
  });

  test.each([
    "UNAUTHORIZED",
    "FORBIDDEN",
    "NOT_FOUND",
    "BAD_REQUEST",
    "CONFLICT",
    "TOO_MANY_REQUESTS",
    "PAYLOAD_TOO_LARGE",
    "SERVICE_UNAVAILABLE",
  ])("exist for %s", (code) => {
    const words = errorMessage(answered({ code }), t);
    expect(words).not.toBe(t("unknown"));
    expect(words).not.toContain("from the server");
  });

  test.each([
    answered({ code: "INTERNAL_SERVER_ERROR" }),
    answered({ code: 7 }),
    new Error("boom"),
    "boom",
    null,
  ])("of what nobody foresaw give nothing away", (error) => {
    expect(errorMessage(error, t)).toBe(t("unknown"));
  });
});
