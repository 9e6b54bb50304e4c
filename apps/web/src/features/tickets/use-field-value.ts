"use client";

import { type Priority, priorities } from "@slacky/api/rules";
import { useTranslations } from "next-intl";

import type { ConflictField } from "./conflict";
import { useTicketScreen } from "./ticket-context";

/** Says any field's value in words: names for ids. */
export function useFieldValue(): (field: ConflictField, value: unknown) => string {
  const t = useTranslations("tickets.fields");
  const priorityNames = useTranslations("common.priorities");
  const { everyone, labels } = useTicketScreen();

  return (field, value) => {
    switch (field) {
      case "priority":
        return isPriority(value) ? priorityNames(value) : "";
      case "assigneeId":
        return value === null
          ? t("nobody")
          : (everyone.get(String(value))?.name ?? t("unknownPerson"));
      case "labelIds":
        return labels
          .filter((label) => Array.isArray(value) && value.includes(label.id))
          .map((label) => label.name)
          .join(", ");
      default:
        return String(value ?? "");
    }
  };
}

const isPriority = (value: unknown): value is Priority =>
  (priorities as readonly unknown[]).includes(value);
