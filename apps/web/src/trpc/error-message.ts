import { useTranslations } from "next-intl";

import { type Failure, failureOf } from "./failure";

type Translate = ReturnType<typeof useTranslations<"common.errors">>;

/** Turns any failure into words for the person who caused it. Never the text of a validator. */
export function errorMessage(error: unknown, t: Translate): string {
  const failure = failureOf(error);
  // A failure with a reason was written for people; the others only say what kind they are.
  if (failure.reason && failure.message) return failure.message;
  return byCode(failure, t);
}

/** `errorMessage` bound to the page's language: `const explain = useErrorMessage()`. */
export function useErrorMessage(): (error: unknown) => string {
  const t = useTranslations("common.errors");
  return (error) => errorMessage(error, t);
}

function byCode({ code, fields: [field] }: Failure, t: Translate): string {
  switch (code) {
    case "OFFLINE":
      return t("offline");
    case "UNAUTHORIZED":
      return t("signedOut");
    case "FORBIDDEN":
      return t("forbidden");
    case "NOT_FOUND":
      return t("notFound");
    case "BAD_REQUEST":
    case "UNPROCESSABLE_CONTENT":
      return field ? t("invalidField", { field }) : t("invalid");
    case "CONFLICT":
      return t("conflict");
    case "TOO_MANY_REQUESTS":
      return t("tooMany");
    case "PAYLOAD_TOO_LARGE":
      return t("tooLarge");
    case "SERVICE_UNAVAILABLE":
    case "TIMEOUT":
      return t("unavailable");
    default:
      return t("unknown");
  }
}
