import { limits } from "@slacky/api/rules";
import type { useTranslations } from "next-intl";

type Translate = ReturnType<typeof useTranslations<"auth.errors">>;

/** What is wrong with a field, in words; undefined when nothing is. The server checks again. */
export const checkField = {
  name(value: string, t: Translate) {
    if (value.trim() === "") return t("nameMissing");
    if (value.length > limits.name) return t("tooLong", { max: limits.name });
  },

  email(value: string, t: Translate) {
    if (value.trim() === "") return t("emailMissing");
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim())) return t("emailInvalid");
    if (value.length > limits.email) return t("tooLong", { max: limits.email });
  },

  newPassword(value: string, t: Translate) {
    if (value === "") return t("passwordMissing");
    if (value.length < limits.passwordLeast) {
      return t("passwordShort", { min: limits.passwordLeast });
    }
    if (value.length > limits.password) return t("tooLong", { max: limits.password });
  },

  knownPassword(value: string, t: Translate) {
    if (value === "") return t("passwordMissing");
  },
} satisfies Record<string, (value: string, t: Translate) => string | undefined>;
