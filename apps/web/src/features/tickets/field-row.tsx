"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

import { cx } from "~/ui/cx";
import { Tooltip } from "~/ui/tooltip";

import { useTicketScreen } from "./ticket-context";

/** A line of the rail; on a narrow screen a chip without its label. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 max-w-full items-start lg:min-h-8">
      <span aria-hidden className="hidden w-22 shrink-0 py-2 text-ink-3 text-meta lg:block">
        {label}
      </span>
      {children}
    </div>
  );
}

type ButtonProps = Omit<ComponentProps<"button">, "value"> & {
  label: string;
  /** The value in words: with the label it is the accessible name, where the content cannot be. */
  value: string;
  shortcut?: string;
};

/** A value that opens what changes it. For those who may not change it, it says why. */
export function FieldButton({
  label,
  value,
  shortcut,
  className,
  children,
  ...props
}: ButtonProps) {
  const t = useTranslations("tickets");
  const { mayEdit, reasonId } = useTicketScreen();
  return (
    <Tooltip
      side="left"
      label={mayEdit ? label : t("readOnly")}
      {...(mayEdit && shortcut && { shortcut })}
    >
      <button
        type="button"
        {...props}
        {...(props.role === "combobox" && {
          "aria-label": t("fields.change", { field: label, value }),
        })}
        {...(!mayEdit && { "aria-disabled": true, "aria-describedby": reasonId })}
        className={cx(
          "flex min-h-8 min-w-0 items-center gap-2 rounded-control border border-line px-2 py-1 text-start text-ui transition-colors hover:bg-hover data-popup-open:bg-hover lg:w-full lg:border-transparent pointer-coarse:min-h-11",
          !mayEdit && "cursor-default hover:bg-transparent",
          className,
        )}
      >
        <span className="sr-only">{t("fields.change", { field: label, value: "" })}</span>
        {children}
      </button>
    </Tooltip>
  );
}
